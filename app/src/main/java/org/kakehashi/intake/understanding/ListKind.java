package org.kakehashi.intake.understanding;

/// What a table is a list of.
public enum ListKind {
    /// 協定一覧: one partner institution and one agreement in each record
    AGREEMENTS,
    /// 加盟機関: institutions without agreements, e.g. members of a consortium
    ORGANIZATIONS,
    /// 統計: numbers by country, unit or year
    FIGURES
}
