package org.kakehashi.person;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.kakehashi.kernel.Coded;

/// Whether two records are the same person, and why one might think so.
public record Likeness(Verdict verdict, Set<Reason> reasons) {
    public enum Verdict {
        /// The same without asking anybody.
        SAME,
        /// A person must look.
        POSSIBLE,
        DIFFERENT
    }

    public enum Reason implements Coded {
        MAIL,
        NAME,
        BIRTH,
        NEAR_NAME,
        OTHER_BIRTH
    }

    /// What is compared.
    ///
    /// @param names keys of the name, see [NameKeys]
    /// @param mail folded
    /// @param birth the mark of the birth date
    public record Traits(
            Set<String> names,
            @org.jspecify.annotations.Nullable String mail,
            @org.jspecify.annotations.Nullable Long birth) {}

    /// A shared mailbox alone, or a common name alone, is never enough; a different birth date
    /// speaks against a common name.
    public static Likeness of(Traits a, Traits b) {
        Set<Reason> why = EnumSet.noneOf(Reason.class);
        boolean name = a.names().stream().anyMatch(b.names()::contains);
        boolean mail = a.mail() != null && a.mail().equals(b.mail());
        boolean bothBorn = a.birth() != null && b.birth() != null;
        boolean birth = bothBorn && Objects.equals(a.birth(), b.birth());
        String initials = NameKeys.initials(a.names());
        boolean near = !name && initials != null && initials.equals(NameKeys.initials(b.names()));
        if (mail) {
            why.add(Reason.MAIL);
        }
        if (name) {
            why.add(Reason.NAME);
        }
        if (birth) {
            why.add(Reason.BIRTH);
        }
        if (near && birth) {
            why.add(Reason.NEAR_NAME);
        }
        if (bothBorn && !birth) {
            why.add(Reason.OTHER_BIRTH);
        }
        return new Likeness(verdict(name, mail, birth, bothBorn, near), why);
    }

    private static Verdict verdict(
            boolean name, boolean mail, boolean birth, boolean bothBorn, boolean near) {
        if (bothBorn && !birth) {
            return name && mail ? Verdict.POSSIBLE : Verdict.DIFFERENT;
        }
        if (name && (mail || birth)) {
            return Verdict.SAME;
        }
        return name || mail || near && birth ? Verdict.POSSIBLE : Verdict.DIFFERENT;
    }
}
