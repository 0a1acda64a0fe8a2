package org.kakehashi.ui;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.template.StaticTemplates;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.view.Column;
import org.kakehashi.ui.view.FigureTile;
import org.kakehashi.ui.view.Query;
import org.kakehashi.ui.view.TableHead;
import org.kakehashi.ui.view.Tone;
import org.springframework.context.i18n.LocaleContextHolder;

class TemplateTests {
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Pattern FORBIDDEN =
            Pattern.compile("\\s(style|on[a-z]+)=\"|<style|javascript:|hx-on");
    private static final Pattern ICON =
            Pattern.compile("template\\.ui\\.icon\\(name = \"([a-z]+)\"\\)|icon = \"([a-z]+)\"");

    private final Templates templates = new StaticTemplates();

    @BeforeEach
    void english() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void noLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void noTemplateBreaksTheContentSecurityPolicy() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path template : templates()) {
            var matcher = FORBIDDEN.matcher(Files.readString(template));
            while (matcher.find()) {
                found.add(template + ": " + matcher.group());
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void everyIconThatIsNamedIsDrawn() throws IOException {
        String sprite = asset("/static/img/icons.svg");
        Set<String> missing = new TreeSet<>();
        for (Path template : templates()) {
            var matcher = ICON.matcher(Files.readString(template));
            while (matcher.find()) {
                String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
                if (!sprite.contains("<symbol id=\"" + name + "\"")) {
                    missing.add(name);
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(Tone.values())
                .allSatisfy(
                        tone -> assertThat(sprite).contains("<symbol id=\"" + tone.css() + "\""));
    }

    @Test
    void stylesAndScriptsAreServedFromOurOwnOriginWithAMarkOfTheirContent() {
        assertThat(Assets.STYLES)
                .allSatisfy(style -> {
                    assertThat(Assets.href("css/" + style + ".css"))
                            .matches("/assets/css/" + style + "\\.css\\?v=[0-9a-f]{8}");
                    assertThat(asset("/static/css/" + style + ".css"))
                            .doesNotContain("http:", "https:", "//cdn", "@import");
                });
        assertThat(asset("/static/js/kakehashi.js"))
                .doesNotContain("eval(", "new Function", "innerHTML", ".style.");
    }

    @Test
    void aFieldTiesHintAndProblemToItsControl() {
        Document field =
                Jsoup.parse(
                        templates
                                .uiField(
                                        "end",
                                        "End <date>",
                                        "\"><script>",
                                        "text",
                                        "As known",
                                        "ui.field.required",
                                        true,
                                        false,
                                        false,
                                        false,
                                        "",
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null)
                                .render());
        var input = Objects.requireNonNull(field.selectFirst("input"));
        assertThat(input.attr("aria-describedby")).isEqualTo("end-hint end-problem");
        assertThat(input.attr("aria-invalid")).isEqualTo("true");
        assertThat(input.val()).isEqualTo("\"><script>");
        assertThat(Objects.requireNonNull(field.selectFirst("label[for=end]")).text())
                .startsWith("End <date>");
        assertThat(Objects.requireNonNull(field.getElementById("end-problem")).text())
                .isEqualTo("Please fill this in.");
        assertThat(field.select("script")).isEmpty();
    }

    @Test
    void aTableHasCaptionScopesAndSortLinks() {
        TableHead head =
                new TableHead(
                        List.of(Column.text("name", "Name").fixed(), Column.number("n", "Places")),
                        new Query("/a", Map.of("sort", List.of("-n"))),
                        "name");
        Content body = out -> out.writeContent("<tr><th scope=\"row\">x</th><td>1</td></tr>");
        Document table =
                Jsoup.parse(
                        templates
                                .uiTable(
                                        "t",
                                        "Agreements",
                                        head,
                                        body,
                                        null,
                                        null,
                                        null,
                                        false,
                                        true,
                                        true,
                                        true,
                                        true)
                                .render());
        assertThat(Objects.requireNonNull(table.selectFirst("caption")).text())
                .isEqualTo("Agreements");
        assertThat(table.select("thead th[scope=col]")).hasSize(2);
        assertThat(table.select("th[aria-sort=descending]").text()).startsWith("Places");
        assertThat(Objects.requireNonNull(table.selectFirst(".table-scroll")).attr("tabindex"))
                .isEqualTo("0");
        assertThat(table.select("details input[type=checkbox][name=columns]").eachAttr("value"))
                .containsExactly("n");
    }

    @Test
    void anUnknownFigureIsTheWordAndHasNoLink() {
        Document tile =
                Jsoup.parse(
                        templates
                                .uiTile(new FigureTile("Use", null, "%", "2026", "/records"))
                                .render());
        assertThat(Objects.requireNonNull(tile.selectFirst(".tile-value")).text())
                .isEqualTo("Unknown");
        assertThat(tile.select(".tile-value a")).isEmpty();
    }

    @Test
    void theErrorPageSpeaksBothLanguages() {
        ErrorText other = ErrorText.inOtherLanguage(404);
        assertThat(ErrorText.title(404)).isEqualTo("There is no such page");
        assertThat(other.language()).isEqualTo("ja");
        assertThat(other.title()).isEqualTo("ページが見つかりません");
        assertThat(ErrorText.inOtherLanguage(418).message())
                .isEqualTo(Messages.text(Locale.JAPANESE, "ui.error.400"));
        assertThat(ErrorText.inOtherLanguage(502).message())
                .isEqualTo(Messages.text(Locale.JAPANESE, "ui.error.500"));
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(path -> path.toString().endsWith(".jte")).toList();
        }
    }

    private static String asset(String path) {
        try (InputStream in =
                Objects.requireNonNull(TemplateTests.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
