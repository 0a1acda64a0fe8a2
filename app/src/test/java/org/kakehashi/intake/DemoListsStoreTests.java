package org.kakehashi.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.kakehashi.intake.internal.DemoLists;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.DemoData;
import org.kakehashi.support.ApplicationTest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class DemoListsStoreTests extends ApplicationTest {
    @Autowired private ObjectProvider<DemoData> contributions;
    @Autowired private TransactionTemplate transaction;
    @Autowired private DemoLists lists;
    @Autowired private Imports imports;
    @Autowired private DSLContext jooq;

    @Test
    void oneListIsStoredAndOneBegun() {
        transaction.executeWithoutResult(status ->
                CurrentUser.SYSTEM.run(() ->
                        contributions.stream()
                                .filter(one -> one.order() > 0)
                                .sorted(Comparator.comparingInt(DemoData::order))
                                .forEach(DemoData::fill)));
        lists.bring();
        lists.bring();
        var all = CurrentUser.SYSTEM.call(() -> imports.list(10));
        assertThat(all)
                .extracting(Import::state)
                .containsExactly(Import.State.DRAFT, Import.State.COMMITTED);
        var stored = all.getLast();
        assertThat(stored.count("created")).isGreaterThan(15);
        assertThat(stored.createdBy()).isEqualTo("office");
        assertThat(all.getFirst().step()).isEqualTo(Import.Step.INSTITUTIONS);
        int recognised =
                jooq.fetchSingle(
                                "select count(*)::int from intake.rows where import_id = ? and organization_id is not null",
                                stored.id())
                        .get(0, Integer.class);
        assertThat(recognised).isGreaterThan(stored.count("read") / 2);
        assertThat(
                        jooq.fetchSingle(
                                        "select count(distinct subject_id)::int from intake.sources where import_id = ? and subject_kind = 'agreement'",
                                        stored.id())
                                .get(0, Integer.class))
                .isGreaterThan(15);
    }
}
