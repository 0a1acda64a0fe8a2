package org.kakehashi.agreement.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Condition;

/// Fields of study and languages as the form writes them: one on a line, `0613 Software`, `en B2`.
public final class ConditionText {
    private ConditionText() {}

    public static List<String> subjects(List<Condition.Subject> subjects) {
        return subjects.stream().map(ConditionText::subject).toList();
    }

    public static List<String> languages(List<Condition.LanguageSkill> skills) {
        return skills.stream()
                .map(skill ->
                        joined(
                                skill.language(),
                                skill.cefr(),
                                skill.subject() == null ? null : subject(skill.subject())))
                .toList();
    }

    private static String subject(Condition.Subject subject) {
        return joined(subject.code(), subject.clarification(), null);
    }

    private static String joined(String first, @Nullable String second, @Nullable String third) {
        return Stream.of(first, second == null ? "" : second, third == null ? "" : third)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
