package org.kakehashi.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.resolver.Hints;
import org.kakehashi.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class DemoPartnersStoreTests extends ApplicationTest {
    @Autowired private DemoPartners partners;
    @Autowired private Organizations organizations;
    @Autowired private Successions successions;
    @Autowired private Recognition recognition;
    @Autowired private TransactionTemplate transaction;

    @BeforeAll
    void fill() {
        transaction.executeWithoutResult(status -> CurrentUser.SYSTEM.run(partners::fill));
    }

    @Test
    void theyAreListedInTheOrderOfTheFile() {
        List<OrganizationRef> all = partners.list();
        assertThat(all).hasSizeGreaterThan(280);
        assertThat(all).allSatisfy(one -> assertThat(one.country()).isNotNull());
        assertThat(all)
                .extracting(OrganizationRef::id)
                .isEqualTo(partners.list().stream().map(OrganizationRef::id).toList());
    }

    @Test
    void theyAreFoundByAnyName() {
        CurrentUser.SYSTEM.run(() -> {
            for (String typed :
                    List.of("清華大学", "Tsinghua", "THU", "tsinghua.edu.cn", "03cve4549")) {
                assertThat(organizations.search(typed, 8))
                        .as(typed)
                        .extracting(OrganizationRef::rorId)
                        .contains("03cve4549");
            }
        });
    }

    @Test
    void theyAreRecognised() {
        CurrentUser.SYSTEM.run(() -> {
            Recognised answer = recognition.resolve("復旦大学", Hints.country("CN"));
            assertThat(answer.accepted())
                    .get()
                    .extracting(OrganizationRef::rorId)
                    .isEqualTo("013q1eq08");
        });
    }

    @Test
    void theSuccessorIsKnown() {
        CurrentUser.SYSTEM.run(() -> {
            OrganizationRef ended = organizations.findByRor("00892tw58").orElseThrow();
            assertThat(successions.of(ended.id()))
                    .singleElement()
                    .satisfies(one ->
                            assertThat(one.successor().label(Locale.ENGLISH))
                                    .isEqualTo("Adelaide University"));
        });
    }
}
