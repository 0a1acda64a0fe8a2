package org.kakehashi.ui;

/// Where an entry of the main navigation stands, in the order of the bar. The name of a group is
/// the message `ui.nav.<group>`; a group of which the reader sees one entry only is that entry.
public enum NavGroup {
    /// In the bar itself.
    TOP,
    /// 提携: agreements, institutions, visits.
    PARTNERSHIP,
    /// 人の交流: people and their stays.
    PEOPLE,
    /// 審査・文書: cases, committees, documents.
    REVIEW,
    /// 戦略・評価: plans, figures, reports.
    STRATEGY,
    /// 名簿の取込み: lists and what is recognised in them.
    LISTS,
    /// 管理: accounts, units, processes, the audit trail.
    ADMINISTRATION;

    public String key() {
        return "ui.nav." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
