package org.kakehashi.ui.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AddressTests {
    private static final Query QUERY =
            new Query("/agreements", Map.of("q", List.of("清華 & co"), "country", List.of("")));

    @Test
    void addressesAreEncodedAndBlankParametersDropped() {
        assertThat(QUERY.href()).isEqualTo("/agreements?q=%E6%B8%85%E8%8F%AF+%26+co");
        assertThat(QUERY.without("q").href()).isEqualTo("/agreements");
        assertThat(QUERY.with("q", null).with("page", 2).href()).isEqualTo("/agreements?page=2");
    }

    @Test
    void oneOfSeveralValuesCanBeTakenAway() {
        Query several = Query.of("/a").withAll("status", List.of("lapsed", "expiring"));
        assertThat(several.without("status", "lapsed").href()).isEqualTo("/a?status=expiring");
        assertThat(several.pairs()).hasSize(2);
    }

    @Test
    void sortingTurnsRoundAndGoesBackToTheFirstPage() {
        Column name = Column.text("name", "Name");
        TableHead head = new TableHead(List.of(name), QUERY.with("page", 7), "name");
        assertThat(head.ariaSort(name)).isEqualTo("ascending");
        assertThat(head.sortHref(name)).contains("sort=-name").doesNotContain("page");
        TableHead turned = new TableHead(List.of(name), QUERY.with("sort", "-name"), "name");
        assertThat(turned.ariaSort(name)).isEqualTo("descending");
        assertThat(turned.sortHref(name)).contains("sort=name");
    }

    @Test
    void columnsAreShownByDefaultByChoiceOrAlways() {
        List<Column> columns =
                List.of(
                        Column.text("name", "Name").fixed(),
                        Column.text("end", "End"),
                        Column.number("quota", "Quota").onRequest());
        assertThat(new TableHead(columns, QUERY, null).shown())
                .extracting(Column::key)
                .containsExactly("name", "end");
        Query chosen = QUERY.withAll("columns", List.of("quota", "nonsense"));
        assertThat(new TableHead(columns, chosen, null).shown())
                .extracting(Column::key)
                .containsExactly("name", "quota");
        assertThat(new TableHead(columns, chosen, null).shows("nonsense")).isFalse();
    }

    @Test
    void pagesStayWithinBounds() {
        assertThat(Pager.of(QUERY.with("page", "99999"), 50, 120).page()).isEqualTo(3);
        assertThat(Pager.of(QUERY.with("page", "-1"), 50, 120).page()).isEqualTo(1);
        assertThat(Pager.of(QUERY.with("page", "12345678901234"), 50, 120).page()).isEqualTo(1);
        assertThat(Pager.of(QUERY.with("size", "100000"), 50, 120).size()).isEqualTo(1000);
        Pager empty = Pager.of(QUERY, 50, 0);
        assertThat(List.of(empty.from(), empty.to())).containsExactly(0L, 0L);
    }

    @Test
    void longListsOfPagesHaveGaps() {
        Pager pager = new Pager(300, 50, 30_124, QUERY);
        assertThat(pager.window()).containsExactly(1, 0, 298, 299, 300, 301, 302, 0, 603);
        assertThat(pager.from()).isEqualTo(14_951);
        assertThat(pager.offset()).isEqualTo(14_950);
        assertThat(new Pager(1, 50, 10, QUERY).window()).containsExactly(1);
    }
}
