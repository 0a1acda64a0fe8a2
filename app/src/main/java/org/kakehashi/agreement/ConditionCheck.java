package org.kakehashi.agreement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is wrong with the conditions of a memorandum: message keys by number of the condition and
/// field, `condition2Levels`.
public final class ConditionCheck {
    private ConditionCheck() {}

    public static Map<String, String> problems(List<Condition> conditions) {
        Map<String, String> found = new LinkedHashMap<>();
        for (int i = 0; i < conditions.size(); i++) {
            String at = "condition" + i;
            Condition one = conditions.get(i);
            if (wrong(one.firstYear())) {
                found.put(at + "First", "agreement.problem.academicYear");
            }
            if (wrong(one.lastYear())) {
                found.put(at + "Last", "agreement.problem.academicYear");
            } else if (one.firstYear() != null
                    && one.lastYear() != null
                    && one.lastYear().compareTo(one.firstYear()) < 0) {
                found.put(at + "Last", "agreement.problem.yearsBackwards");
            }
            if (one.places() != null && one.places() < 0) {
                found.put(at + "Places", "agreement.problem.placesNegative");
            }
            if (one.levels().stream().anyMatch(level -> level < 1 || level > 8)) {
                found.put(at + "Levels", "agreement.problem.level");
            }
            if (!one.subjects().stream().allMatch(ConditionCheck::right)) {
                found.put(at + "Subjects", "agreement.problem.isced");
            }
            if (!one.languages().stream().allMatch(ConditionCheck::right)) {
                found.put(at + "Languages", "agreement.problem.languageLevel");
            }
        }
        return found;
    }

    /// An academic year is two years that are the same or follow each other.
    private static boolean wrong(@Nullable String year) {
        if (year == null) {
            return false;
        }
        var matcher = Condition.ACADEMIC_YEAR.matcher(year);
        if (!matcher.matches()) {
            return true;
        }
        int gap = Integer.parseInt(matcher.group(2)) - Integer.parseInt(matcher.group(1));
        return gap < 0 || gap > 1;
    }

    private static boolean right(Condition.Subject subject) {
        return Condition.ISCED.matcher(subject.code()).matches();
    }

    private static boolean right(Condition.LanguageSkill skill) {
        return Condition.LANGUAGE.matcher(skill.language()).matches()
                && (skill.cefr() == null || Condition.CEFR.matcher(skill.cefr()).matches())
                && (skill.subject() == null || right(skill.subject()));
    }
}
