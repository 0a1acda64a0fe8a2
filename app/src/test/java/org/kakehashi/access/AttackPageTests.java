package org.kakehashi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Attacks on every address: redirects that lead away, paths that lead out, answers that give away
/// who has an account, secrets in the log.
@ExtendWith(OutputCaptureExtension.class)
class AttackPageTests extends ApplicationTest {
    private static final List<String> REDIRECTS =
            List.of(
                    "next",
                    "continue",
                    "return",
                    "returnTo",
                    "back",
                    "url",
                    "redirect",
                    "redirect_uri",
                    "target",
                    "to",
                    "from",
                    "goto",
                    "dest");
    private static final List<String> ELSEWHERE =
            List.of("https://evil.example/", "//evil.example/", "/\\evil.example/");
    private static final List<String> OUT =
            List.of(
                    "..%2f..%2f..%2fetc%2fpasswd",
                    "....//....//etc/passwd",
                    "..;/..;/etc/passwd",
                    "%2e%2e%2f%2e%2e%2fapplication.properties",
                    "..\\..\\etc\\passwd",
                    "%00",
                    "%252e%252e%252fetc%252fpasswd");

    @Autowired private Users users;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void noDoorLeadsToAnotherSite() {
        List<String> faults = new ArrayList<>();
        int tried = 0;
        for (String who : List.of("public", "office")) {
            Visitor visitor =
                    who.equals("public")
                            ? visitor().withoutFollowing()
                            : signedInAs(who).withoutFollowing();
            if (!who.equals("public")) {
                visitor.signIn(who, DemoAccounts.PASSWORD);
            }
            for (String door : doors(false)) {
                for (String elsewhere : ELSEWHERE) {
                    StringBuilder path = new StringBuilder(door).append("?lang=en");
                    REDIRECTS.forEach(name ->
                            path.append('&')
                                    .append(name)
                                    .append('=')
                                    .append(
                                            java.net.URLEncoder.encode(
                                                    elsewhere,
                                                    java.nio.charset.StandardCharsets.UTF_8)));
                    var answer = visitor.answer(path.toString());
                    tried++;
                    String location = answer.headers().firstValue("Location").orElse("");
                    if (!location.isEmpty() && leadsAway(location)) {
                        faults.add(who + " " + path + " → " + location);
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(tried).isGreaterThan(100);
    }

    @Test
    void noPathLeadsOutOfWhatADoorServes() throws Exception {
        List<String> faults = new ArrayList<>();
        int tried = 0;
        HttpClient client = HttpClient.newHttpClient();
        Visitor office = signedInAs("office");
        String session = "kakehashi=" + office.cookie("kakehashi");
        for (String door : doors(true)) {
            for (String out : OUT) {
                String path =
                        door.replaceAll("\\{[^/]*}", java.util.regex.Matcher.quoteReplacement(out))
                                .replace("\\", "%5c");
                var answer =
                        client.send(
                                HttpRequest.newBuilder(URI.create(address() + path))
                                        .header("Cookie", session)
                                        .GET()
                                        .build(),
                                BodyHandlers.ofString());
                tried++;
                if (answer.statusCode() >= 500
                        || answer.body().contains("root:x:")
                        || answer.body().contains("spring.application")) {
                    faults.add(path + " answers " + answer.statusCode());
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(tried).isGreaterThan(100);
    }

    @Test
    void signingInAndResettingTellNobodyWhoHasAnAccount() {
        account("switchedoff", false);
        String unknown = wrongSignIn("nobody-of-this-name");
        assertThat(wrongSignIn("office")).isEqualTo(unknown);
        assertThat(wrongSignIn("switchedoff")).isEqualTo(unknown);
        String nobody = reset("nobody-of-this-name");
        assertThat(reset("office")).isEqualTo(nobody);
        assertThat(reset("switchedoff")).isEqualTo(nobody);
    }

    /// Both look a password up the same way; the limit is generous, for a machine at work.
    @Test
    void theTimeItTakesTellsNothingEither() {
        account("switchedoff2", false);
        wrongSignIn("warm-up");
        long[] known = times("executive");
        long[] unknown = times("no-such-person");
        long[] off = times("switchedoff2");
        assertThat(ratio(known, unknown)).isBetween(0.33, 3.0);
        assertThat(ratio(off, unknown)).isBetween(0.33, 3.0);
    }

    @Test
    void noSecretStandsInTheLog(CapturedOutput output) {
        String password = "quiet lanterns over nine bridges";
        account("discreet", true);
        Visitor visitor = visitor();
        visitor.signIn("discreet", "a wrong but secret try 4711");
        visitor.signIn("discreet", "seven umbrellas on a roof");
        visitor.submit(
                visitor.get("/account").expectFirst("form[action=/account/password]"),
                Map.of("present", "seven umbrellas on a roof", "password", password));
        String token =
                visitor.submit(
                                visitor.get("/account/tokens")
                                        .expectFirst("form[action=/account/tokens]"),
                                Map.of("name", "log", "useCases", "agreement.read"))
                        .expectFirst("#fresh-token")
                        .text();
        String secret =
                visitor.get("/account/second-factor").select("code").text().replace(" ", "");
        visitor.answer("/sign-in/new-password?token=aSecretLinkToken4711");
        visitor.answer("/no-such-page?password=aSecretParameter4711");
        assertThat(secret).isNotEmpty();
        assertThat(output.getAll())
                .doesNotContain(
                        password,
                        "seven umbrellas",
                        "secret try 4711",
                        token,
                        secret,
                        visitor.cookie("kakehashi"),
                        "aSecretLinkToken4711",
                        "aSecretParameter4711");
    }

    @Test
    void aSessionPlantedBeforeSigningInIsWorthNothing() {
        Visitor visitor = visitor();
        visitor.get("/sign-in");
        String planted = visitor.cookie("kakehashi");
        visitor.signIn("office", DemoAccounts.PASSWORD);
        assertThat(planted).isNotEmpty();
        assertThat(visitor.cookie("kakehashi")).isNotEmpty().isNotEqualTo(planted);
        assertThat(visitor.status("/account")).isEqualTo(200);
    }

    private static boolean leadsAway(String location) {
        if (location.startsWith("//") || location.startsWith("/\\")) {
            return true;
        }
        String host = URI.create(location).getHost();
        return host != null && !host.equals("localhost");
    }

    /// Addresses of pages, with or without a variable in the path.
    private List<String> doors(boolean withVariable) {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(entry ->
                        entry.getValue().getBeanType().getName().startsWith("org.kakehashi"))
                .flatMap(entry -> entry.getKey().getPatternValues().stream())
                .filter(path -> path.contains("{") == withVariable)
                .filter(path -> !path.startsWith("/sign-out") && !path.equals("/error"))
                .distinct()
                .sorted()
                .toList();
    }

    /// The page a failed sign-in leads to, without what is new each time.
    private String wrongSignIn(String login) {
        Visitor visitor = visitor();
        var page =
                visitor.submit(
                        visitor.get("/sign-in").expectFirst("form[action=/sign-in]"),
                        Map.of("login", login, "password", "not the password at all"));
        return same(page.outerHtml());
    }

    private String reset(String login) {
        Visitor visitor = visitor();
        return same(
                visitor.submit(
                                visitor.get("/sign-in/reset")
                                        .expectFirst("form[action=/sign-in/reset]"),
                                Map.of("login", login))
                        .outerHtml());
    }

    private static String same(String html) {
        var page = Jsoup.parse(html);
        page.select("input[name=_csrf]").remove();
        return page.body().html();
    }

    private long[] times(String login) {
        long[] all = new long[5];
        for (int i = 0; i < all.length; i++) {
            Visitor visitor = visitor();
            var form = visitor.get("/sign-in").expectFirst("form[action=/sign-in]");
            long begin = System.nanoTime();
            visitor.post(form, Map.of("login", login, "password", "wrong " + i));
            all[i] = System.nanoTime() - begin;
        }
        Arrays.sort(all);
        return all;
    }

    private static double ratio(long[] some, long[] others) {
        return (double) some[some.length / 2] / others[others.length / 2];
    }

    private void account(String login, boolean active) {
        CurrentUser.SYSTEM.run(() -> {
            users.create(
                    new Users.NewUser(
                            login,
                            new Bilingual("見本 花子", "Hanako Mihon"),
                            login + "@example.ac.jp",
                            "seven umbrellas on a roof",
                            List.of(new CurrentUser.Grant("office", null))));
            User made = users.findByLogin(login).orElseThrow();
            if (!active) {
                users.change(
                        new User(
                                made.id(),
                                made.login(),
                                made.name(),
                                made.email(),
                                false,
                                made.grants(),
                                made.version()),
                        "");
            }
        });
    }
}
