package org.kakehashi.agreement;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;

/// What one side may send the other under a memorandum: one direction, and every field that a
/// cooperation condition of Erasmus Without Paper (inter-institutional agreements, version 7) has.
///
/// @param id null until it is recorded
/// @param homeUnit identifier of our unit in exchanges of data
/// @param places how many; null is unknown, not none
/// @param totalMonths months a year of all stays together
/// @param blended may a stay be blended with study online? null: unknown
/// @param levels levels of the European qualifications framework, 1 to 8; none: any
/// @param waiver null: as the memorandum says
/// @param firstYear academic year of the receiving side, `2026/2027`
public record Condition(
        @Nullable UUID id,
        Activity activity,
        Direction direction,
        @Nullable String homeUnit,
        @Nullable String partnerUnit,
        @Nullable Integer places,
        Annex.QuotaUnit per,
        Period period,
        @Nullable BigDecimal totalMonths,
        @Nullable BigDecimal totalDays,
        @Nullable Boolean blended,
        List<Integer> levels,
        Annex.@Nullable Waiver waiver,
        @Nullable String firstYear,
        @Nullable String lastYear,
        List<Subject> subjects,
        List<LanguageSkill> languages,
        Bilingual terms) {

    public enum Activity implements Coded {
        STUDENT_STUDIES,
        STUDENT_TRAINEESHIP,
        STAFF_TEACHING,
        STAFF_TRAINING;

        public boolean ofStudents() {
            return this == STUDENT_STUDIES || this == STUDENT_TRAINEESHIP;
        }
    }

    public enum Direction implements Coded {
        /// 受入れ
        INBOUND,
        /// 派遣
        OUTBOUND
    }

    /// How long a stay is.
    public enum Period implements Coded {
        YEAR,
        SEMESTER,
        SHORT,
        UNKNOWN
    }

    /// A field of study: a code of ISCED-F 2013 with two to four digits, and what is meant by it.
    ///
    /// @param formerly what an older agreement had in place of a code
    /// @param undecided the partners have not settled it yet
    public record Subject(
            String code,
            @Nullable String clarification,
            @Nullable String formerly,
            @Nullable Boolean undecided) {
        public Subject(String code, @Nullable String clarification) {
            this(code, clarification, null, null);
        }
    }

    /// A language recommended: a language tag (BCP 47), and the level of the Common European
    /// Framework of Reference, for one field or for all.
    public record LanguageSkill(
            String language,
            @Nullable String cefr,
            @Nullable Subject subject,
            @Nullable Boolean undecided) {}

    public static final Pattern ACADEMIC_YEAR = Pattern.compile("(\\d{4})/(\\d{4})");
    public static final Pattern ISCED = Pattern.compile("\\d{2,4}");
    public static final Pattern CEFR = Pattern.compile("[ABC][12]");
    public static final Pattern LANGUAGE =
            Pattern.compile("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*", Pattern.CASE_INSENSITIVE);

    public Condition {
        levels = List.copyOf(levels);
        subjects = List.copyOf(subjects);
        languages = List.copyOf(languages);
    }

    /// Is it for students of this field? A code without its last digits means everything below it.
    public boolean covers(String field) {
        return subjects.isEmpty()
                || subjects.stream()
                        .map(subject -> subject.code().replaceFirst("0+$", ""))
                        .anyMatch(field::startsWith);
    }

    /// Does the field, less exact than the condition, hold fields it is for and others?
    public boolean partlyCovers(String field) {
        return !covers(field)
                && subjects.stream().anyMatch(subject -> subject.code().startsWith(field));
    }
}
