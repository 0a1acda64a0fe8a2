package org.kakehashi.intake.understanding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The roles of the columns in a list of partners: every column asks for the roles its header and
/// its cells fit, and the strongest wish is granted first.
final class PartnerColumns {

    private record Wish(ColumnProfile profile, Role role, double score, Reason reason) {}

    private static final Set<Role> CARRIED =
            EnumSet.of(
                    Role.COUNTRY,
                    Role.REGION,
                    Role.HOME_UNIT,
                    Role.INSTITUTION,
                    Role.LEVEL,
                    Role.OTHER_NAME);
    private static final double LEAST = 0.3;

    private final List<ColumnProfile> profiles;
    private final boolean headed;
    private final Map<Integer, Wish> granted = new HashMap<>();

    private PartnerColumns(List<ColumnProfile> profiles, boolean headed) {
        this.profiles = profiles;
        this.headed = headed;
    }

    static List<Column> assign(List<ColumnProfile> profiles, boolean headed) {
        return new PartnerColumns(profiles, headed).assign();
    }

    private List<Column> assign() {
        var wishes = new ArrayList<Wish>();
        profiles.forEach(profile -> addWishes(profile, wishes));
        wishes.sort(
                Comparator.comparingDouble(Wish::score)
                        .reversed()
                        .thenComparing(wish -> wish.profile().column()));
        var taken = EnumSet.noneOf(Role.class);
        for (var wish : wishes) {
            boolean free = wish.role().isRepeatable() || !taken.contains(wish.role());
            if (free && wish.score() >= LEAST && !granted.containsKey(wish.profile().column())) {
                granted.put(wish.profile().column(), wish);
                taken.add(wish.role());
            }
        }
        ensureInstitution();
        preferFirstName();
        furtherNames();
        return profiles.stream().map(this::column).toList();
    }

    private Column column(ColumnProfile profile) {
        var wish = granted.get(profile.column());
        if (wish == null) {
            return new Column(
                    profile.column(), profile.header(), Role.IGNORED, false, 0.5, Reason.NONE);
        }
        boolean carried = isCarried(wish.role(), profile);
        return new Column(
                profile.column(),
                profile.header(),
                wish.role(),
                carried,
                Math.min(1, wish.score()),
                wish.reason());
    }

    /// What stands before the institution orders the list and is not repeated; what stands behind
    /// it belongs to the row, unless the cells are merged.
    private boolean isCarried(Role role, ColumnProfile profile) {
        if (!CARRIED.contains(role)) {
            return false;
        }
        boolean orders =
                role == Role.COUNTRY
                        || role == Role.INSTITUTION
                        || profile.column() < columnOfInstitution();
        return profile.isMergedDown() || orders && profile.isCarriedDown();
    }

    private int columnOfInstitution() {
        return granted.values().stream()
                .filter(wish -> wish.role() == Role.INSTITUTION)
                .mapToInt(wish -> wish.profile().column())
                .findFirst()
                .orElse(0);
    }

    private void addWishes(ColumnProfile profile, List<Wish> wishes) {
        for (var match : HeaderWords.match(profile.header())) {
            double fit = RoleFit.of(match.role(), profile);
            var reason =
                    fit > 0.7
                            ? Reason.HEADER_AND_CONTENT
                            : match.score() > 0.9 ? Reason.HEADER : Reason.HEADER_PART;
            wishes.add(
                    new Wish(
                            profile,
                            match.role(),
                            fit == 0 ? 0 : 0.6 * match.score() + 0.4 * fit,
                            reason));
        }
        addContentWishes(profile, wishes);
    }

    private void addContentWishes(ColumnProfile profile, List<Wish> wishes) {
        if (profile.filled() == 0) {
            return;
        }
        double institution = profile.share(Nature.INSTITUTION) + 0.6 * profile.share(Nature.PART);
        addContent(wishes, profile, Role.COUNTRY, profile.share(Nature.COUNTRY), 0.5, 0.75);
        addContent(wishes, profile, Role.REGION, profile.share(Nature.REGION), 0.6, 0.75);
        double several = profile.share(Nature.SEVERAL_NAMES) > 0.5 ? 0.2 : 0;
        addContent(wishes, profile, Role.INSTITUTION, institution, 0.45, 0.68 + several);
        addContent(wishes, profile, Role.LEVEL, profile.share(Nature.LEVEL), 0.6, 0.45);
        if (profile.isOrdinal()) {
            addContent(wishes, profile, Role.ORDINAL, 1, 0.5, 0.75);
        }
        if (profile.header().isEmpty() || HeaderWords.match(profile.header()).isEmpty()) {
            addContent(wishes, profile, Role.START, profile.share(Nature.DATE), 0.6, 0.5);
            addContent(wishes, profile, Role.END, profile.share(Nature.DATE), 0.6, 0.4);
        }
        addContent(
                wishes,
                profile,
                Role.HOME_UNIT,
                profile.share(Nature.UNIT) - profile.share(Nature.INSTITUTION),
                0.5,
                0.4);
        if (Kinds.isIn(profile.header())) {
            addContent(wishes, profile, Role.KIND_MARK, profile.share(Nature.MARK), 0.6, 0.75);
        }
    }

    private static void addContent(
            List<Wish> wishes,
            ColumnProfile profile,
            Role role,
            double share,
            double least,
            double most) {
        if (share >= least) {
            wishes.add(new Wish(profile, role, most * Math.min(1, share), Reason.CONTENT));
        }
    }

    /// A list of partners names them somewhere: if nothing tells where, in the most varied long
    /// text.
    private void ensureInstitution() {
        if (granted.values().stream().anyMatch(wish -> wish.role() == Role.INSTITUTION)) {
            freeText();
            return;
        }
        profiles.stream()
                .filter(profile -> !granted.containsKey(profile.column()) || isVague(profile))
                .filter(profile -> profile.fillRate() > 0.3 && profile.averageLength() > 4)
                .filter(profile ->
                        profile.share(Nature.COUNTRY) < 0.5
                                && profile.share(Nature.COUNT) < 0.5
                                && profile.share(Nature.DATE) < 0.5)
                .max(
                        Comparator.comparingDouble(profile ->
                                profile.distinctness() * Math.min(40, profile.averageLength())))
                .ifPresent(profile ->
                        granted.put(
                                profile.column(),
                                new Wish(profile, Role.INSTITUTION, 0.35, Reason.CONTENT)));
        freeText();
    }

    /// Of two columns of names, the one written first is the institution's name, the other its name
    /// in another language.
    private void preferFirstName() {
        var institution =
                granted.values().stream()
                        .filter(wish -> wish.role() == Role.INSTITUTION)
                        .findFirst();
        var other =
                granted.values().stream()
                        .filter(wish -> wish.role() == Role.OTHER_NAME)
                        .findFirst();
        if (institution.isEmpty() || other.isEmpty()) {
            return;
        }
        var first = other.get().profile();
        boolean both =
                HeaderWords.match(first.header()).stream()
                        .anyMatch(
                                match -> match.role() == Role.INSTITUTION && match.score() >= 0.9);
        if (both && first.column() < institution.get().profile().column()) {
            var second = institution.get().profile();
            granted.put(
                    first.column(),
                    new Wish(first, Role.INSTITUTION, institution.get().score(), Reason.HEADER));
            granted.put(
                    second.column(),
                    new Wish(second, Role.OTHER_NAME, other.get().score(), Reason.HEADER));
        }
    }

    /// More names in other languages: a column with such a header, or names in another script than
    /// those of the institution's own column.
    private void furtherNames() {
        var institution =
                granted.values().stream()
                        .filter(wish -> wish.role() == Role.INSTITUTION)
                        .map(Wish::profile)
                        .findFirst();
        for (var profile : profiles) {
            if (institution.isEmpty() || granted.containsKey(profile.column())) {
                continue;
            }
            boolean header =
                    HeaderWords.match(profile.header()).stream()
                            .anyMatch(match ->
                                    match.role() == Role.OTHER_NAME && match.score() >= 0.6);
            boolean names = profile.share(Nature.INSTITUTION) > 0.5 && profile.distinctness() > 0.5;
            if (header && RoleFit.of(Role.OTHER_NAME, profile) > 0) {
                granted.put(
                        profile.column(), new Wish(profile, Role.OTHER_NAME, 0.7, Reason.HEADER));
            } else if (names && script(profile) != script(institution.get())) {
                granted.put(
                        profile.column(), new Wish(profile, Role.OTHER_NAME, 0.6, Reason.CONTENT));
            }
        }
    }

    /// The script of most letters.
    private static Character.UnicodeScript script(ColumnProfile profile) {
        var counts = new EnumMap<Character.UnicodeScript, Integer>(Character.UnicodeScript.class);
        for (var text : profile.texts()) {
            text.codePoints()
                    .filter(Character::isLetter)
                    .forEach(c -> counts.merge(Character.UnicodeScript.of(c), 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(Character.UnicodeScript.COMMON);
    }

    private boolean isVague(ColumnProfile profile) {
        var wish = granted.get(profile.column());
        return wish != null
                && EnumSet.of(Role.TITLE, Role.KIND, Role.REMARKS).contains(wish.role());
    }

    /// Without a header, one column of long texts with labels inside is running text.
    private void freeText() {
        for (var wish : List.copyOf(granted.values())) {
            var profile = wish.profile();
            boolean alone = profiles.stream().filter(other -> other.fillRate() > 0.2).count() == 1;
            if (!headed
                    && alone
                    && wish.role() == Role.INSTITUTION
                    && FreeText.isLikely(profile.texts())) {
                granted.put(
                        profile.column(), new Wish(profile, Role.FREE_TEXT, 0.7, Reason.CONTENT));
            }
        }
    }
}
