package org.kakehashi.mobility;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Unit;
import org.kakehashi.access.Units;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.DateText;
import org.kakehashi.kernel.DemoData;
import org.kakehashi.mobility.internal.StayStore.Fresh;
import org.kakehashi.organization.DemoPartners;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.person.Duplicates;
import org.kakehashi.person.NameOrder;
import org.kakehashi.person.NewPerson;
import org.kakehashi.person.Person;
import org.kakehashi.person.PersonNames;
import org.kakehashi.person.PersonNames.Script;
import org.kakehashi.person.Sensitive;
import org.springframework.stereotype.Component;

/// Invented people and stays for the demonstration, over some years and around today.
@Component
class DemoStays implements DemoData {
    private static final int COUNT = 120;
    private static final String[][] FAMILIES = {
        {"見本", "ミホン", "Mihon"}, {"仮野", "カリノ", "Karino"}, {"試原", "タメハラ", "Tamehara"},
        {"例田", "レイダ", "Reida"}, {"橋架", "ハシカケ", "Hashikake"}, {"想井", "オモイ", "Omoi"}
    };
    private static final String[][] GIVEN = {
        {"太郎", "タロウ", "Taro"},
        {"花子", "ハナコ", "Hanako"},
        {"一郎", "イチロウ", "Ichiro"},
        {"結", "ユイ", "Yui"},
        {"航", "ワタル", "Wataru"},
        {"葵", "アオイ", "Aoi"},
        {"誠", "マコト", "Makoto"}
    };
    private static final String[] FOREIGN_FAMILIES = {
        "Sample", "Beispiel", "Exemple", "Muestra", "Esempio", "Voorbeeld", "Przykład"
    };
    private static final String[] FOREIGN_GIVEN = {
        "Alex", "Robin", "Kim", "Noa", "Sasha", "Jules", "Mika", "Andrea"
    };

    private final Duplicates duplicates;
    private final Stays stays;
    private final DemoPartners partners;
    private final Units units;
    private final Clock clock;

    DemoStays(Duplicates duplicates, Stays stays, DemoPartners partners, Units units, Clock clock) {
        this.duplicates = duplicates;
        this.stays = stays;
        this.partners = partners;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public void fill() {
        List<OrganizationRef> known = partners.list();
        List<UUID> ours =
                units.list().stream().filter(unit -> unit.parent() != null).map(Unit::id).toList();
        if (known.isEmpty()) {
            return;
        }
        Random random = new Random(20_261_121);
        List<NewPerson> people = new ArrayList<>();
        List<Stay.Content> contents = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            boolean inbound = i % 5 >= 3;
            UUID unit = ours.isEmpty() ? null : ours.get(random.nextInt(ours.size()));
            OrganizationRef partner = known.get(random.nextInt(known.size()));
            Stay.Content content = stay(i, inbound, partner, unit, random);
            people.add(person(i, inbound, content, unit));
            contents.add(content);
        }
        List<UUID> ids = duplicates.bring(people).people();
        List<Fresh> fresh = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            fresh.add(new Fresh(ids.get(i), contents.get(i)));
        }
        stays.bring(fresh);
    }

    private static NewPerson person(
            int i, boolean inbound, Stay.Content content, @Nullable UUID unit) {
        String[] family = FAMILIES[i % FAMILIES.length];
        String[] given = GIVEN[i / FAMILIES.length % GIVEN.length];
        PersonNames names =
                inbound
                        ? new PersonNames(
                                Script.NONE,
                                Script.NONE,
                                new Script(
                                        FOREIGN_FAMILIES[i % FOREIGN_FAMILIES.length],
                                        FOREIGN_GIVEN[i / 5 % FOREIGN_GIVEN.length]),
                                NameOrder.GIVEN_FIRST)
                        : new PersonNames(
                                new Script(family[0], given[0]),
                                new Script(family[1], given[1]),
                                new Script(family[2], given[2]),
                                NameOrder.FAMILY_FIRST);
        boolean study = content.kind().study();
        return new NewPerson(
                new Person.Details(
                        study ? Person.Category.STUDENT : Person.Category.RESEARCHER,
                        names,
                        i % 9 == 0 ? null : "demo%03d@example.ac.jp".formatted(i),
                        null,
                        inbound ? "en" : "ja",
                        study ? Person.Purpose.EXCHANGE : Person.Purpose.RESEARCH,
                        null),
                new Sensitive(LocalDate.of(1998, 4, 1).plusDays(i * 17L), null, null, null, null),
                unit == null ? List.of() : List.of(unit));
    }

    private Stay.Content stay(
            int i, boolean inbound, OrganizationRef partner, @Nullable UUID unit, Random random) {
        LocalDate today = LocalDate.now(clock);
        LocalDate from = today.plusDays(30L - random.nextInt(1_400));
        LocalDate until = from.plusDays(random.nextInt(10) < 3 ? 20 : 90 + random.nextInt(250));
        boolean ahead = from.isAfter(today);
        boolean over = until.isBefore(today);
        Country country = partner.country();
        Stay.Kind kind =
                i % 11 == 0
                        ? Stay.Kind.RESEARCH
                        : i % 7 == 0 ? Stay.Kind.SHORT_PROGRAMME : Stay.Kind.EXCHANGE;
        return new Stay.Content(
                inbound ? Stay.Direction.INBOUND : Stay.Direction.OUTBOUND,
                kind,
                ahead ? Stay.Status.ACCEPTED : over ? Stay.Status.COMPLETED : Stay.Status.UNDER_WAY,
                i % 3 == 0 ? Stay.Level.MASTER : Stay.Level.UNDERGRADUATE,
                new Stay.Partner(partner.id(), null, null),
                new Stay.Frame(unit, null, null, i % 4 != 0, null),
                !inbound
                        ? Stay.StudentStatus.UNKNOWN
                        : kind == Stay.Kind.EXCHANGE
                                ? Stay.StudentStatus.STUDENT
                                : Stay.StudentStatus.OTHER,
                inbound
                        ? new Stay.Place("JP", "仙台")
                        : new Stay.Place(country == null ? null : country.code(), partner.city()),
                new Stay.Period(day(from), day(until)),
                new Stay.Period(
                        ahead ? DateText.NONE : day(from), over ? day(until) : DateText.NONE),
                List.of(i % 6 == 0 ? Stay.Funding.JASSO : Stay.Funding.SELF),
                inbound ? Stay.Housing.OWN_RESIDENCE : Stay.Housing.UNKNOWN,
                new Stay.Study(
                        i % 2 == 0 ? "0541" : "0231",
                        "en",
                        kind == Stay.Kind.EXCHANGE,
                        kind == Stay.Kind.EXCHANGE && over ? new BigDecimal("12.0") : null),
                null,
                true,
                null);
    }

    private static DateText day(LocalDate day) {
        return DateText.day(day, day.toString());
    }
}
