package org.kakehashi.resolver;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A small invented registry.
final class Registry {

    private Registry() {}

    static Resolver resolver() {
        return Resolver.build(new RegistryVersion("v0.1", null), entries().stream());
    }

    static List<Entry> entries() {
        return List.of(
                university("0aoba0001", "JP", "Hoshinodai", "Hoshinodai University", "星野台大学"),
                university(
                        "0aoba0002",
                        "JP",
                        "Hoshinodai",
                        "Hoshinodai University Hospital",
                        "星野台大学病院"),
                university("0aoba0003", "JP", "Yukimi", "Yukimi University", "雪見大学"),
                university("0aoba0004", "US", "Boston", "Northern Lake University"),
                university("0aoba0005", "CN", "Shenyang", "Northern Lake University", "北湖大学"),
                university("0aoba0006", "CN", "Hunan", "Hunan Lake University", "湖南龙湖大学"),
                university("0aoba0007", "GB", "Westmere", "University of Westmere"),
                university("0aoba0008", "CA", "Toronto", "Westmere University"),
                university(
                        "0aoba0009",
                        "DE",
                        "Altdorf",
                        "Universität Altdorf",
                        "University of Altdorf"),
                university(
                        "0aoba0010",
                        "DE",
                        "Altdorf",
                        "Technische Universität Altdorf",
                        "Altdorf University of Technology"),
                university("0aoba0011", "US", "Salem", "Union College of Salem", "Union College"),
                university("0aoba0012", "US", "Kent", "Union College of Kent", "Union College"),
                ended(
                        "0aoba0013",
                        "JP",
                        "0aoba0001",
                        "Old Hoshinodai Technical College",
                        "星野台工業大学"),
                company("0aoba0014", "JP", "Kumosora (Japan)", "株式会社雲空"),
                acronym("0aoba0015", "FR", "Institut des Étoiles Lointaines", "IDEL"));
    }

    private static Entry university(String id, String country, String city, String... names) {
        return entry(id, Status.ACTIVE, country, Kind.EDUCATION, city, List.of(), names(names));
    }

    private static Entry ended(String id, String country, String successor, String... names) {
        return entry(
                id, Status.INACTIVE, country, Kind.EDUCATION, "", List.of(successor), names(names));
    }

    private static Entry company(String id, String country, String... names) {
        return entry(id, Status.ACTIVE, country, Kind.COMPANY, "", List.of(), names(names));
    }

    private static Entry acronym(String id, String country, String name, String initials) {
        List<Entry.Name> names = new ArrayList<>(names(name));
        names.add(new Entry.Name(initials, NameKind.ACRONYM, ""));
        return entry(id, Status.ACTIVE, country, Kind.FACILITY, "", List.of(), names);
    }

    private static List<Entry.Name> names(String... values) {
        List<Entry.Name> names = new ArrayList<>();
        for (String value : values) {
            NameKind kind = names.isEmpty() ? NameKind.DISPLAY : NameKind.LABEL;
            names.add(new Entry.Name(value, kind, ""));
        }
        return names;
    }

    private static Entry entry(
            String id,
            Status status,
            String country,
            Kind kind,
            String city,
            List<String> successors,
            List<Entry.Name> names) {
        List<String> places = city.isEmpty() ? List.of() : List.of(city);
        List<String> domains = List.of(id + ".example");
        return new Entry(
                id,
                status,
                country,
                Set.of(kind),
                names,
                places,
                domains,
                List.of(),
                successors.stream().map(one -> new Entry.Successor(one, null)).toList());
    }
}
