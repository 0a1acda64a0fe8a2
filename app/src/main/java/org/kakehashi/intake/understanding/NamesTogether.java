package org.kakehashi.intake.understanding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.kakehashi.intake.understanding.InstitutionRecogniser.Certainty;
import org.kakehashi.intake.understanding.InstitutionRecogniser.Recognition;

/// What the forms of one institution's name in a row (in two languages, in brackets, in a column of
/// their own) say together: each is recognised by itself; one that is certain speaks for those that
/// are not, and two that are certain of different institutions are a question for a person.
public final class NamesTogether {

    /// What one form says.
    ///
    /// @param byPerson a person decided what this form means
    /// @param candidates identifiers of the institutions it may mean, best first, as of today
    /// @param cjk whether it is written in Chinese characters, kana or Hangul
    public record Said(
            Certainty certainty, boolean byPerson, List<String> candidates, boolean cjk) {

        public Said {
            candidates = List.copyOf(candidates);
        }

        private boolean isCertain() {
            return certainty == Certainty.CERTAIN && !candidates.isEmpty();
        }
    }

    /// Nothing is certain, or the forms contradict each other.
    public static final int NOBODY = -1;

    private NamesTogether() {}

    /// Which form to believe, or [#NOBODY].
    ///
    /// @param said the name itself first, then its other forms
    public static int believed(List<Said> said) {
        var name = said.getFirst();
        if (name.isCertain() && name.byPerson()) {
            return 0;
        }
        Set<String> certain = new LinkedHashSet<>();
        int first = NOBODY;
        for (int i = 0; i < said.size(); i++) {
            if (said.get(i).isCertain()) {
                certain.add(said.get(i).candidates().getFirst());
                first = first == NOBODY ? i : first;
            }
        }
        if (certain.size() != 1) {
            return NOBODY;
        }
        return first == 0 || isCompatible(name, said.get(first)) ? first : NOBODY;
    }

    /// A name that was recognised as something else, in the same script, is not outvoted; a name in
    /// another script is often only similar to what it is taken for.
    private static boolean isCompatible(Said name, Said other) {
        return name.candidates().isEmpty()
                || name.cjk() != other.cjk()
                || name.candidates().contains(other.candidates().getFirst());
    }

    /// The other names without former ones, which may be those of another institution's record.
    ///
    /// @param flags of the record, which tell former names
    public static List<String> today(List<String> others, List<String> flags) {
        return others.stream().filter(name -> !flags.contains(NameParser.FORMER + name)).toList();
    }

    /// The recognition of a name by all its forms.
    static Recognition recognise(
            String name, List<String> others, Function<String, Recognition> recogniser) {
        var first = recogniser.apply(name);
        if (others.isEmpty()) {
            return first;
        }
        var answers = new ArrayList<Recognition>(List.of(first));
        var said = new ArrayList<Said>(List.of(said(name, first)));
        for (var other : others) {
            var answer = recogniser.apply(other);
            answers.add(answer);
            said.add(said(other, answer));
        }
        int believed = believed(said);
        if (believed == NOBODY) {
            return first.isCertain() ? first.doubted() : first;
        }
        return answers.get(believed);
    }

    private static Said said(String form, Recognition answer) {
        return new Said(answer.certainty(), answer.byPerson(), answer.candidates(), isCjk(form));
    }

    /// Whether most letters are Chinese characters, kana or Hangul.
    public static boolean isCjk(String form) {
        return BracketSense.isCjk(form);
    }
}
