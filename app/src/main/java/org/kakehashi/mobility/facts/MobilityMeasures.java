package org.kakehashi.mobility.facts;

import static org.kakehashi.schema.mobility.Tables.STAY_FACTS;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.kakehashi.access.Access;
import org.kakehashi.kernel.Measure;
import org.kakehashi.kernel.MeasureDimension;
import org.kakehashi.kernel.MeasureDimension.What;
import org.kakehashi.kernel.MeasurePeriod;
import org.kakehashi.ui.Messages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What may be counted of stays. Each series has its own definition, and none is the sum of others:
/// students sent under an agreement and all known (by the fiscal year in which the stay begins),
/// students with the residence status of a student on a day (1 May, 1 November) and during a year,
/// short programmes without that status, researchers.
@Configuration(proxyBeanMethods = false)
class MobilityMeasures {
    private static final Condition STUDENT = STAY_FACTS.STUDY.isTrue();
    private static final Condition INBOUND = STAY_FACTS.DIRECTION.eq("inbound");
    private static final Condition OUTBOUND = STAY_FACTS.DIRECTION.eq("outbound");
    private static final Condition WITH_STATUS = STAY_FACTS.STUDENT_STATUS.eq("student");

    private final Access access;

    MobilityMeasures(Access access) {
        this.access = access;
    }

    /// Everything that begins in the year.
    @Bean
    Measure staysBegun() {
        return new StayMeasure("mobility.stays", Counting.BEGUN, DSL.trueCondition(), access);
    }

    /// JASSO's (a): under an agreement, signed or with papers and actual exchange.
    @Bean
    Measure studentsOutUnderAgreement() {
        return new StayMeasure(
                "mobility.outbound_agreement",
                Counting.BEGUN,
                STUDENT.and(OUTBOUND).and(STAY_FACTS.UNDER_AGREEMENT.isTrue()),
                access);
    }

    /// JASSO's (b): all known to the institution; contains (a).
    @Bean
    Measure studentsOutKnown() {
        return new StayMeasure(
                "mobility.outbound_known", Counting.BEGUN, STUDENT.and(OUTBOUND), access);
    }

    @Bean
    Measure studentsInUnderAgreement() {
        return new StayMeasure(
                "mobility.inbound_agreement",
                Counting.BEGUN,
                STUDENT.and(INBOUND).and(STAY_FACTS.UNDER_AGREEMENT.isTrue()),
                access);
    }

    /// On a day, such as 1 May or 1 November.
    @Bean
    Measure studentsInOnDay() {
        return new StayMeasure(
                "mobility.inbound_on_day",
                Counting.ON_DAY,
                STUDENT.and(INBOUND).and(WITH_STATUS),
                access);
    }

    /// Enrolled at any time of the fiscal year.
    @Bean
    Measure studentsInDuringYear() {
        return new StayMeasure(
                "mobility.inbound_year",
                Counting.DURING,
                STUDENT.and(INBOUND).and(WITH_STATUS),
                access);
    }

    /// Ended in the fiscal year; never added to those with the status.
    @Bean
    Measure shortProgrammes() {
        return new StayMeasure(
                "mobility.short_programmes",
                Counting.ENDED,
                STUDENT.and(INBOUND).and(STAY_FACTS.STUDENT_STATUS.eq("other")),
                access);
    }

    @Bean
    Measure researchers() {
        return new StayMeasure(
                "mobility.researchers",
                Counting.BEGUN,
                STAY_FACTS.KIND.in("research", "teaching"),
                access);
    }

    private enum Counting {
        BEGUN,
        ENDED,
        DURING,
        ON_DAY
    }

    private record StayMeasure(String name, Counting counting, Condition which, Access access)
            implements Measure {
        @Override
        public Time time() {
            return counting == Counting.ON_DAY ? Time.STOCK : Time.FLOW;
        }

        @Override
        public String unit() {
            return "persons";
        }

        @Override
        public Table<?> facts() {
            return STAY_FACTS;
        }

        @Override
        public Field<UUID> record() {
            return STAY_FACTS.STAY_ID;
        }

        @Override
        public Condition readable() {
            return access.scope("mobility.count", STAY_FACTS.UNIT_IDS, null);
        }

        @Override
        public Condition during(MeasurePeriod period) {
            Condition when =
                    switch (counting) {
                        case BEGUN -> STAY_FACTS.STARTS.between(period.from(), period.to());
                        case ENDED -> STAY_FACTS.ENDS.between(period.from(), period.to());
                        case DURING ->
                                STAY_FACTS
                                        .STARTS
                                        .le(period.to())
                                        .and(STAY_FACTS.ENDS.ge(period.from()));
                        case ON_DAY ->
                                STAY_FACTS
                                        .STARTS
                                        .le(period.to())
                                        .and(STAY_FACTS.ENDS.ge(period.to()));
                    };
            return which.and(when);
        }

        @Override
        public List<MeasureDimension> dimensions() {
            return List.of(
                    MeasureDimension.one("country", What.COUNTRY, STAY_FACTS.COUNTRY),
                    MeasureDimension.one("region", What.REGION, STAY_FACTS.REGION),
                    MeasureDimension.ids("unit", What.UNIT, STAY_FACTS.UNIT_IDS),
                    MeasureDimension.one("partner", What.PARTNER, STAY_FACTS.ORGANIZATION_ID),
                    MeasureDimension.one("direction", What.CODE, STAY_FACTS.DIRECTION),
                    MeasureDimension.one("kind", What.CODE, STAY_FACTS.KIND),
                    MeasureDimension.one("level", What.CODE, STAY_FACTS.LEVEL),
                    MeasureDimension.one("field", What.CODE, STAY_FACTS.FIELD),
                    MeasureDimension.one("band", What.CODE, STAY_FACTS.BAND),
                    MeasureDimension.one("term", What.CODE, STAY_FACTS.TERM),
                    MeasureDimension.one("credit", What.CODE, STAY_FACTS.CREDIT_BEARING));
        }

        /// The register number and the partner; never the person.
        @Override
        public Field<String> title(Locale reader) {
            boolean japanese = reader.getLanguage().equals("ja");
            return DSL.concat(
                    STAY_FACTS.NUMBER,
                    DSL.inline(" "),
                    DSL.coalesce(
                            japanese ? STAY_FACTS.PARTNER_JA : STAY_FACTS.PARTNER_EN,
                            DSL.inline("")));
        }

        @Override
        public String href(UUID stay) {
            return "/stays/" + stay;
        }

        @Override
        public String valueName(String dimension, String value, Locale reader) {
            return switch (dimension) {
                case "direction", "kind", "level", "band", "term", "credit" ->
                        Messages.text(reader, "mobility." + dimension + "." + value);
                default -> value;
            };
        }
    }
}
