package org.kakehashi.resolver.match;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/// Compares what two names say an institution is. 工科大学 is a university or institute of technology
/// or a polytechnic; whether it is national, state or royal is often left out.
final class Purpose {

    private static final Set<String> FORMS =
            Set.of("university", "institute", "college", "academy", "hochschule", "school");
    private static final Set<String> WORDS_OF_FORM =
            Set.of("university", "college", "academy", "polytechnic", "school");
    private static final String HOSPITAL = "hospital";
    private static final String MEDICAL = "medical";
    private static final Set<String> OWNERS = Set.of("national", "state", "federal", "royal");
    private static final double OTHER_FORM = 0.85;
    private static final double FORM_OF_TASK = 0.97;
    private static final double OWNER_LEFT_OUT = 0.84;
    private static final double SCIENCE_LEFT_OUT = 0.84;
    private static final double OTHER_OWNER = 0.80;
    private static final double OTHER_TASK = 0.75;

    private Purpose() {}

    /// Whether two names say what the institution is and say it differently. A hospital of a
    /// university is a hospital.
    static boolean isOtherForm(Collection<String> written, Collection<String> registered) {
        boolean hospital = written.contains(HOSPITAL);
        if (hospital != registered.contains(HOSPITAL)) {
            return hospital ? !registered.contains(MEDICAL) : !written.contains(MEDICAL);
        }
        Set<String> one = common(WORDS_OF_FORM, new HashSet<>(written));
        Set<String> other = common(WORDS_OF_FORM, new HashSet<>(registered));
        return !hospital && !one.isEmpty() && !other.isEmpty() && Collections.disjoint(one, other);
    }

    /// 1 for the same kind of institution, less the more they differ.
    static double agreement(Set<String> written, Set<String> registered) {
        Set<String> one = expanded(written);
        Set<String> other = expanded(registered);
        double agreement = tasks(tasks(one), tasks(other));
        boolean sameForm = common(FORMS, one).equals(common(FORMS, other));
        agreement *= sameForm ? 1 : tasks(one).isEmpty() ? OTHER_FORM : FORM_OF_TASK;
        return agreement * owners(common(OWNERS, one), common(OWNERS, other));
    }

    /// "Science and technology" and "technology" are near, but often two neighbours' names.
    private static double tasks(Set<String> written, Set<String> registered) {
        if (written.equals(registered)) {
            return 1;
        }
        Set<String> one = new HashSet<>(written);
        Set<String> other = new HashSet<>(registered);
        one.remove("science");
        other.remove("science");
        boolean near = one.equals(other) && one.contains("technology");
        return near ? SCIENCE_LEFT_OUT : OTHER_TASK;
    }

    private static double owners(Set<String> written, Set<String> registered) {
        if (written.equals(registered)) {
            return 1;
        }
        return written.isEmpty() ? OWNER_LEFT_OUT : OTHER_OWNER;
    }

    /// A polytechnic is a university of technology.
    private static Set<String> expanded(Set<String> concepts) {
        Set<String> expanded = new HashSet<>(concepts);
        if (expanded.remove("polytechnic")) {
            expanded.add("university");
            expanded.add("technology");
        }
        return expanded;
    }

    private static Set<String> tasks(Set<String> concepts) {
        Set<String> tasks = new HashSet<>(concepts);
        tasks.removeAll(FORMS);
        tasks.removeAll(OWNERS);
        return tasks;
    }

    private static Set<String> common(Set<String> one, Set<String> other) {
        Set<String> common = new HashSet<>(one);
        common.retainAll(other);
        return common;
    }
}
