package org.kakehashi.mobility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.DateText;

/// A stay abroad or here: who, for what, with whom, under which agreement, from when until when.
///
/// @param id null until it is recorded
/// @param number register number; empty until it is recorded
public record Stay(@Nullable UUID id, String number, int version, UUID person, Content content) {
    public enum Direction implements Coded {
        /// 受入れ
        INBOUND,
        /// 派遣
        OUTBOUND
    }

    public enum Kind implements Coded {
        /// 交換留学
        EXCHANGE,
        /// 学位取得
        DEGREE,
        /// 短期プログラム
        SHORT_PROGRAMME,
        /// その他の留学
        OTHER_STUDY,
        /// インターンシップ
        INTERNSHIP,
        /// 研究滞在
        RESEARCH,
        /// 教育・講義
        TEACHING,
        /// 職員派遣
        POSTING;

        /// Is it a student's?
        public boolean study() {
            return switch (this) {
                case EXCHANGE, DEGREE, SHORT_PROGRAMME, OTHER_STUDY, INTERNSHIP -> true;
                case RESEARCH, TEACHING, POSTING -> false;
            };
        }
    }

    public enum Status implements Coded {
        PLANNED,
        NOMINATED,
        ACCEPTED,
        UNDER_WAY,
        COMPLETED,
        /// 途中帰国
        RETURNED_EARLY,
        CANCELLED
    }

    public enum Level implements Coded {
        UNDERGRADUATE,
        MASTER,
        DOCTOR,
        NON_DEGREE,
        NONE,
        UNKNOWN
    }

    /// Whether an inbound student has the residence status of a student (留学); decides in which of
    /// the inbound counts the stay stands.
    public enum StudentStatus implements Coded {
        STUDENT,
        OTHER,
        UNKNOWN
    }

    public enum Housing implements Coded {
        OWN_RESIDENCE,
        LEASED,
        PRIVATE,
        HOST,
        UNKNOWN
    }

    public enum Funding implements Coded {
        /// 国費(日本政府)
        GOVERNMENT,
        /// JASSO
        JASSO,
        FOREIGN_GOVERNMENT,
        UNIVERSITY,
        PARTNER,
        RESEARCH_GRANT,
        COMPANY,
        OTHER_SCHOLARSHIP,
        /// 私費
        SELF
    }

    /// Planned or actual.
    public record Period(DateText from, DateText until) {
        public static final Period NONE = new Period(DateText.NONE, DateText.NONE);
    }

    /// The partner as recognised and as written, with its unit.
    public record Partner(
            @Nullable UUID organization, @Nullable String written, @Nullable String unit) {
        public static final Partner NONE = new Partner(null, null, null);
    }

    /// Where it belongs and what it rests on.
    ///
    /// @param underAgreement also true under unsigned arrangements with papers (協定等); null: unknown
    public record Frame(
            @Nullable UUID unit,
            @Nullable UUID agreement,
            @Nullable UUID annex,
            @Nullable Boolean underAgreement,
            @Nullable String programme) {}

    /// @param country ISO 3166-1 alpha-2, where the person is during the stay
    public record Place(@Nullable String country, @Nullable String city) {}

    /// @param field ISCED-F 2013, two to four digits
    /// @param creditBearing null: unknown
    public record Study(
            @Nullable String field,
            @Nullable String language,
            @Nullable Boolean creditBearing,
            @Nullable BigDecimal credits) {
        public static final Study NONE = new Study(null, null, null, null);
    }

    /// @param row as a spreadsheet counts
    /// @param hash SHA-256 of the file
    public record Source(String name, int row, String hash) {}

    /// Everything people state of a stay.
    ///
    /// @param overlapConfirmed somebody saw that it overlaps another stay of the person
    public record Content(
            Direction direction,
            Kind kind,
            Status status,
            Level level,
            Partner partner,
            Frame frame,
            StudentStatus studentStatus,
            Place place,
            Period planned,
            Period actual,
            List<Funding> funding,
            Housing housing,
            Study study,
            @Nullable String note,
            boolean overlapConfirmed,
            @Nullable Source source) {
        public Content {
            funding = List.copyOf(funding);
        }

        /// First day: actual, or else planned; a month or year begins with its first day.
        public @Nullable LocalDate starts() {
            return actual.from().isKnown() ? actual.from().date() : planned.from().date();
        }

        /// Last day: actual, or else planned.
        public @Nullable LocalDate ends() {
            return actual.until().isKnown() ? actual.until().lastDay() : planned.until().lastDay();
        }

        /// The same stay with the partner recognised.
        public Content with(Partner known, Place there) {
            return new Content(
                    direction,
                    kind,
                    status,
                    level,
                    known,
                    frame,
                    studentStatus,
                    there,
                    planned,
                    actual,
                    funding,
                    housing,
                    study,
                    note,
                    overlapConfirmed,
                    source);
        }

        public boolean cancelled() {
            return status == Status.CANCELLED;
        }
    }

    public String href() {
        return "/stays/" + id;
    }
}
