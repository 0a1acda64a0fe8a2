package org.kakehashi.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kakehashi.access.Users;
import org.kakehashi.agreement.AgreementContent.Level;
import org.kakehashi.agreement.facts.AgreementCounts;
import org.kakehashi.agreement.facts.AgreementFacts;
import org.kakehashi.agreement.facts.AgreementFilter;
import org.kakehashi.agreement.facts.AgreementLine;
import org.kakehashi.agreement.facts.Counted;
import org.kakehashi.agreement.facts.Dimension;
import org.kakehashi.agreement.facts.Kept;
import org.kakehashi.agreement.facts.Order;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.DateText;
import org.kakehashi.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What was counted once is given again only while it is still right, whoever changes the register
/// through whichever connection.
class KeptStoreTests extends ApplicationTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final AgreementFilter ALL = AgreementFilter.on(DAY);

    @Autowired Agreements agreements;
    @Autowired AgreementFacts facts;
    @Autowired AgreementCounts counts;
    @Autowired Kept kept;
    @Autowired Users users;
    @Autowired DataSource database;
    @Autowired PlatformTransactionManager transactions;

    @BeforeAll
    void some() {
        as(
                "office",
                () ->
                        agreements.createAll(
                                IntStream.range(0, 40).mapToObj(KeptStoreTests::content).toList(),
                                "test"));
    }

    @Test
    void isAskedOnceWhileNothingChanges() {
        AtomicInteger asked = new AtomicInteger();
        Supplier<Integer> count =
                () -> as("office", () -> kept.answer("once", asked::incrementAndGet));
        assertThat(count.get()).isEqualTo(1);
        assertThat(count.get()).isEqualTo(1);
        assertThat(as("member", () -> kept.answer("once", asked::incrementAndGet))).isEqualTo(2);
        add();
        assertThat(count.get()).isEqualTo(3);
    }

    @Test
    void followsEveryChangeOfAnotherConnectionOnceItIsThere() throws SQLException {
        UUID id = add();
        for (String level : List.of("university", "department", "university")) {
            long before = level(level);
            try (Connection other = open()) {
                change(other, id, level);
                assertThat(level(level)).isEqualTo(before);
                other.rollback();
                assertThat(level(level)).isEqualTo(before);
                change(other, id, level);
                other.commit();
            }
            assertThat(level(level)).isEqualTo(before + 1);
            assertSameAsCountedAnew();
        }
    }

    /// Maps and lists show names and places that belong to organizations.
    @Test
    void aPartnerThatMovesMakesAnswersAnew() throws SQLException {
        UUID partner = UUID.randomUUID();
        try (Connection other = open();
                var statement = other.createStatement()) {
            statement.execute(
                    "insert into organization.organizations (id, origin, status, name)"
                            + " values ('%s', 'local', 'active', 'Moving College')"
                                    .formatted(partner));
            other.commit();
            as("office", () -> agreements.create(content(1, Party.of(partner))));
            AtomicInteger asked = new AtomicInteger();
            as("office", () -> kept.answer("moved", asked::incrementAndGet));
            as("office", () -> kept.answer("moved", asked::incrementAndGet));
            statement.execute(
                    "update organization.organizations set latitude = 50, longitude = 7 where id = '%s'"
                            .formatted(partner));
            other.commit();
            as("office", () -> kept.answer("moved", asked::incrementAndGet));
            assertThat(asked).hasValue(2);
        }
    }

    @Test
    void changesThatOverlapAreBothSeen() throws SQLException {
        UUID first = add();
        UUID second = add();
        try (Connection slow = open();
                Connection quick = open()) {
            long before = level("university");
            change(slow, first, "university");
            change(quick, second, "university");
            quick.commit();
            assertThat(level("university")).isEqualTo(before + 1);
            assertThat(level("university")).isEqualTo(before + 1);
            slow.commit();
            assertThat(level("university")).isEqualTo(before + 2);
        }
    }

    @Test
    void aTransactionSeesItsOwnChangesAndKeepsThemToItself() {
        long before = level("department");
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> {
                    add();
                    assertThat(level("department")).isEqualTo(before + 1);
                    status.setRollbackOnly();
                });
        assertThat(level("department")).isEqualTo(before);
    }

    @Test
    void whatIsRemovedIsGoneFromEveryFigure() {
        UUID id = add();
        long before = level("department");
        as(
                "office",
                () -> {
                    agreements.removeAll(List.of(id), "test");
                    return id;
                });
        assertThat(level("department")).isEqualTo(before - 1);
        assertSameAsCountedAnew();
    }

    @Test
    void sortedByStatusEveryAgreementComesOnceAndStatusesStandTogether() {
        add();
        for (String written : List.of("status", "-status")) {
            List<AgreementLine> all = page(Order.of(written), 0, 10_000);
            List<Status> statuses = all.stream().map(AgreementLine::status).toList();
            assertThat(statuses.stream().distinct().count()).isGreaterThan(2);
            assertThat(
                            IntStream.range(1, statuses.size())
                                    .filter(i -> statuses.get(i) != statuses.get(i - 1))
                                    .count())
                    .isEqualTo(statuses.stream().distinct().count() - 1);
            assertThat(all)
                    .doesNotHaveDuplicates()
                    .hasSize((int) as("office", () -> facts.count(ALL)).longValue());
            for (int from = 0; from < all.size(); from += 7) {
                assertThat(page(Order.of(written), from, 7))
                        .isEqualTo(all.subList(from, Math.min(all.size(), from + 7)));
            }
        }
    }

    private List<AgreementLine> page(Order order, int from, int size) {
        return as("office", () -> facts.list(ALL, order, from, size, Locale.JAPANESE));
    }

    /// Lists are never kept.
    private void assertSameAsCountedAnew() {
        for (String login : List.of("office", "member")) {
            List<Counted> given = as(login, () -> facts.countBy(Dimension.STATUS, ALL));
            assertThat(given).isNotEmpty();
            for (Counted one : given) {
                AgreementFilter some = ALL.with(Dimension.STATUS, one.value());
                assertThat(as(login, () -> page(some))).hasSize((int) one.count());
                assertThat(as(login, () -> counts.of(List.of(some)))).containsExactly(one.count());
            }
        }
    }

    private List<AgreementLine> page(AgreementFilter filter) {
        return facts.list(filter, Order.DEFAULT, 0, 10_000, Locale.ENGLISH);
    }

    private long level(String level) {
        return as("office", () -> facts.count(ALL.with(Dimension.LEVEL, level)));
    }

    private UUID add() {
        return as("office", () -> agreements.create(content(1)));
    }

    private Connection open() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void change(Connection connection, UUID id, String level) throws SQLException {
        try (var change =
                connection.prepareStatement(
                        "update agreement.agreements set level = ?, version = version + 1 where id = ?")) {
            change.setString(1, level);
            change.setObject(2, id);
            assertThat(change.executeUpdate()).isEqualTo(1);
        }
    }

    private static AgreementContent content(int i) {
        return content(i, Party.written("College " + i, "DE"));
    }

    private static AgreementContent content(int i, Party partner) {
        LocalDate start = DAY.minusYears(i % 9).minusDays(i);
        LocalDate end = start.plusYears(1 + i % 7);
        Term term =
                new Term(
                        i % 5 == 0 ? Term.Kind.UNKNOWN : Term.Kind.FIXED,
                        DateText.day(start, start.toString()),
                        i % 5 == 0 ? DateText.NONE : DateText.day(end, end.toString()),
                        start,
                        Term.Renewal.UNKNOWN);
        return AgreementContent.of(
                Level.DEPARTMENT, List.of("academic"), term, List.of(partner), List.of());
    }

    private <T> T as(String login, Supplier<T> work) {
        var user = CurrentUser.SYSTEM.call(() -> users.findByLogin(login).orElseThrow());
        return new CurrentUser(user.id(), user.login(), user.name(), user.grants()).call(work);
    }
}
