package org.kakehashi.bench.agreements;

import static org.kakehashi.schema.organization.Tables.NAMES;
import static org.kakehashi.schema.organization.Tables.ORGANIZATIONS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kakehashi.access.Unit;
import org.kakehashi.access.Units;
import org.kakehashi.agreement.AgreementContent;
import org.kakehashi.agreement.AgreementContent.Level;
import org.kakehashi.agreement.AgreementContent.Visibility;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.agreement.Annex;
import org.kakehashi.agreement.HomeUnit;
import org.kakehashi.agreement.Kinds;
import org.kakehashi.agreement.Party;
import org.kakehashi.agreement.Term;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.DateText;
import org.kakehashi.schema.organization.tables.records.NamesRecord;
import org.kakehashi.schema.organization.tables.records.OrganizationsRecord;
import org.springframework.context.ApplicationContext;

/// Invents organizations and agreements with them: the same ones every time.
public final class Filling {
    private static final int ORGANIZATIONS_OF_ALL = 4_000;
    private static final int BATCH = 1_000;
    private static final String[] COUNTRIES = {
        "CN", "US", "KR", "TW", "TH", "DE", "FR", "GB", "AU", "CA", "VN", "ID", "IT", "ES", "SE",
        "FI", "IN", "MN", "MY", "PH", "BR", "RU", "NL", "BE", "CH", "AT", "PL", "HK", "SG", "NZ"
    };
    private static final String[] PLACES_JA = {
        "北京", "上海", "清華", "延世", "台湾", "南山", "東方", "西湖", "中央", "国際", "海洋", "工業", "師範", "農業", "医科",
        "理工", "外国語", "交通", "財経", "芸術"
    };
    private static final String[] PLACES_EN = {
        "Northern",
        "Tsinghua",
        "Yonsei",
        "Pacific",
        "Bonn",
        "Uppsala",
        "Lyon",
        "Turin",
        "Delft",
        "Hanoi",
        "Sydney",
        "Toronto",
        "Kasetsart",
        "Central",
        "Maritime",
        "Technical",
        "Normal",
        "Royal"
    };

    private final Random random = new Random(20_261_121);
    private final DSLContext jooq;
    private final Agreements agreements;
    private final List<UUID> units;
    private final List<String> kinds;

    public Filling(ApplicationContext context) {
        jooq = context.getBean(DSLContext.class);
        agreements = context.getBean(Agreements.class);
        units =
                context.getBean(Units.class).list().stream()
                        .filter(unit -> unit.parent() != null)
                        .map(Unit::id)
                        .toList();
        kinds =
                context.getBean(Kinds.class).list().stream()
                        .map(Kinds.Kind::code)
                        .limit(9)
                        .toList();
    }

    /// Stores so many through the door; answers how many a second.
    public double agreements(int count) {
        List<UUID> partners = organizations();
        List<AgreementContent> contents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            contents.add(content(partners));
        }
        long begun = System.nanoTime();
        for (int from = 0; from < count; from += BATCH) {
            agreements.createAll(contents.subList(from, Math.min(count, from + BATCH)), "bench");
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        jooq.execute("vacuum analyze");
        return count / seconds;
    }

    private List<UUID> organizations() {
        List<UUID> ids = new ArrayList<>();
        List<OrganizationsRecord> rows = new ArrayList<>();
        List<NamesRecord> names = new ArrayList<>();
        for (int i = 0; i < ORGANIZATIONS_OF_ALL; i++) {
            UUID id = new UUID(0x7000L, 0x8000_0000_0000_0000L | i);
            ids.add(id);
            String ja = of(PLACES_JA) + of(PLACES_JA) + i + "大学";
            String en = "University of " + of(PLACES_EN) + " " + of(PLACES_EN) + " " + i;
            OrganizationsRecord row = new OrganizationsRecord();
            row.setId(id);
            row.setOrigin("local");
            row.setStatus("active");
            row.setName(en);
            row.setNameJa(ja);
            row.setNameEn(en);
            row.setCountry(of(COUNTRIES));
            row.setLatitude(random.nextDouble(-50, 65));
            row.setLongitude(random.nextDouble(-180, 180));
            rows.add(row);
            for (String name :
                    new String[] {ja, en, "Universität " + of(PLACES_EN) + " " + i, "U" + i}) {
                NamesRecord one = new NamesRecord();
                one.setOrganizationId(id);
                one.setValue(name);
                one.setKind("label");
                one.setSource("office");
                names.add(one);
            }
        }
        for (int from = 0; from < rows.size(); from += 500) {
            jooq.insertInto(ORGANIZATIONS).set(rows.subList(from, from + 500)).execute();
        }
        for (int from = 0; from < names.size(); from += 1000) {
            jooq.insertInto(NAMES).set(names.subList(from, from + 1000)).execute();
        }
        return ids;
    }

    private AgreementContent content(List<UUID> partners) {
        UUID partner = partners.get((int) (partners.size() * Math.pow(random.nextDouble(), 1.5)));
        LocalDate start = LocalDate.of(1990, 1, 1).plusDays(random.nextInt(13_400));
        boolean automatic = random.nextInt(4) == 0;
        boolean endKnown = random.nextInt(10) > 0;
        LocalDate end = start.plusYears(5L * (1 + random.nextInt(4))).minusDays(1);
        Term term =
                new Term(
                        endKnown ? Term.Kind.FIXED : Term.Kind.UNKNOWN,
                        DateText.day(start, start.toString()),
                        endKnown ? DateText.day(end, end.toString()) : DateText.NONE,
                        start,
                        new Term.Renewal(
                                automatic ? Term.RenewalMode.AUTOMATIC : Term.RenewalMode.UNKNOWN,
                                automatic ? 5 : null,
                                6,
                                false));
        AgreementContent content =
                AgreementContent.of(
                        random.nextInt(3) == 0 ? Level.UNIVERSITY : Level.DEPARTMENT,
                        List.of(kinds.get(random.nextInt(3)), kinds.get(3 + random.nextInt(6))),
                        term,
                        List.of(
                                random.nextInt(30) == 0
                                        ? Party.written(
                                                "College " + random.nextInt(900), of(COUNTRIES))
                                        : Party.of(partner)),
                        List.of(HomeUnit.responsible(units.get(random.nextInt(units.size())))));
        AgreementContent shown =
                random.nextInt(3) == 0 ? content : content.withVisibility(Visibility.PUBLIC);
        return random.nextBoolean() ? shown : shown.withAnnexes(List.of(annex()));
    }

    private Annex annex() {
        return new Annex(
                "student_exchange",
                new Bilingual("学生交流覚書", "Memorandum on student exchange"),
                random.nextInt(10),
                random.nextInt(10),
                Annex.QuotaUnit.PERSONS_PER_YEAR,
                Annex.Waiver.YES,
                DateText.NONE,
                DateText.NONE,
                new Bilingual(null, null));
    }

    private String of(String[] some) {
        return some[random.nextInt(some.length)];
    }
}
