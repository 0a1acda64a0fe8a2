package org.kakehashi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/// A view through another person's eyes is over after half an hour, whether or not anybody ends it.
@Import(SupportTimePageTests.Moving.class)
class SupportTimePageTests extends ApplicationTest {
    /// A clock the test moves on.
    static final class MovableClock extends Clock {
        private volatile Duration ahead = Duration.ZERO;

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Tokyo");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.offset(Clock.system(zone), ahead);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }
    }

    static class Moving {
        @Bean
        @Primary
        MovableClock movable() {
            return new MovableClock();
        }
    }

    @Autowired private MovableClock clock;
    @Autowired private Users users;
    @Autowired private Permissions permissions;
    @Autowired private DSLContext jooq;

    /// Nobody who reads what the administrator may not is looked through; here the administrator
    /// may read about people too.
    @BeforeAll
    void administratorsReadAboutPeople() {
        var everywhere = Map.of("administrator", Permissions.Reach.EVERYWHERE);
        CurrentUser.SYSTEM.run(() ->
                permissions.change(Map.of("person.read", everywhere, "mobility.read", everywhere)));
    }

    @Test
    void theViewIsOverAfterHalfAnHour() {
        UUID member = CurrentUser.SYSTEM.call(() -> users.findByLogin("member").orElseThrow()).id();
        Visitor admin = signedInAs("admin");
        admin.submit(
                admin.get("/users/" + member + "/support").expectFirst("form[action$=/support]"),
                Map.of("reason", "問合せの確認"));
        assertThat(admin.get("/").select(".page-banner")).hasSize(1);
        assertThat(admin.status("/users")).isEqualTo(403);

        clock.ahead = SupportViews.LONGEST.minusMinutes(1);
        assertThat(admin.get("/").select(".page-banner")).hasSize(1);
        assertThat(ended()).isZero();

        clock.ahead = SupportViews.LONGEST.plusMinutes(1);
        assertThat(admin.get("/").select(".page-banner")).isEmpty();
        assertThat(admin.get("/").select("a.site-user").text()).contains("Kanko Mihon");
        assertThat(admin.status("/users")).isEqualTo(200);
        assertThat(ended()).isEqualTo(1);
    }

    private int ended() {
        return jooq.fetchOne(
                        "select count(*)::int from access.audit where action ="
                                + " 'access.support.ended'")
                .get(0, int.class);
    }
}
