package org.kakehashi.publicsite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kakehashi.access.Units;
import org.kakehashi.access.Users;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.strategy.SampleAgreements;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// What the world sees: of the sample only Delta (Tsinghua, endless) is public and still in force.
class PublicPageTests extends ApplicationTest {
    /// Partners and countries that only agreements not made public have, or whose agreement ran
    /// out.
    private static final List<String> SECRETS =
            List.of("Ecole", "Daehakgyo", "Somewhere", "Bonn", "France", "Kappa", "Beta");

    @Autowired Agreements agreements;
    @Autowired Units units;
    @Autowired Users users;
    @Autowired DSLContext jooq;

    @BeforeAll
    void fill() {
        new SampleAgreements(agreements, units, users, jooq).fill();
    }

    @Test
    void visitorsSeeTheRegisterAndTheMapWithoutSigningIn() {
        assertThat(visitor().get("/public/agreements").select("#agreements tbody tr")).hasSize(1);
        assertThat(visitor().get("/public/agreements").text()).contains("Tsinghua University");
        assertThat(visitor().get("/public").text()).contains("1 agreement");
        assertThat(visitor().get("/public").select("figure.chart table")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/public",
                "/public/map",
                "/public/agreements",
                "/public/agreements?visibility=members",
                "/public/agreements?visibility=restricted&status=in_force",
                "/public/agreements?status=lapsed&status=proposed",
                "/public/agreements?asOf=2020-01-01",
                "/public/agreements?q=Bonn",
                "/public/agreements?country=FR",
                "/public/agreements?format=csv",
                "/public/agreements?format=csv&visibility=restricted"
            })
    void nothingButWhatIsPublicShows(String path) {
        for (Visitor who : List.of(visitor(), signedInAs("office"), signedInAs("admin"))) {
            String body = new String(who.download(path).body(), StandardCharsets.UTF_8);
            String told = body.replaceAll("(?s)<form.*?</form>", "").replaceAll("<[^>]*>", " ");
            SECRETS.stream()
                    .filter(secret -> !path.contains("q=" + secret))
                    .forEach(secret ->
                            assertThat(told).as(secret + " on " + path).doesNotContain(secret));
        }
    }

    @Test
    void theRegisterIsFilteredSortedAndExported() {
        Visitor visitor = visitor();
        assertThat(
                        visitor.get("/public/agreements?country=CN&level=department&sort=-start")
                                .select("#agreements tbody tr"))
                .hasSize(1);
        assertThat(
                        visitor.get("/public/agreements?level=university")
                                .select("#agreements tbody tr"))
                .isEmpty();
        String file =
                new String(
                        visitor.download("/public/agreements?format=csv").body(),
                        StandardCharsets.UTF_8);
        assertThat(file.lines().filter(line -> line.contains("Tsinghua")).count()).isEqualTo(1);
    }

    @Test
    void titlesNameTheUniversityInBothLanguages() {
        assertThat(visitor().reads("en").get("/public/agreements").title())
                .contains("Testing University");
        assertThat(visitor().reads("ja").get("/public/agreements").title()).contains("試験大学");
        assertThat(visitor().reads("ja").get("/public").title()).contains("試験大学");
    }
}
