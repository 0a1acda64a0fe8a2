package org.kakehashi.document;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.kakehashi.access.Access;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.ui.Messages;
import org.springframework.stereotype.Component;

/// The library: documents that belong to no other record, such as templates and rules. Everyone who
/// may read documents sees them; who keeps the library adds them.
@Component
public class Library implements DocumentOwner {
    /// The one record there is.
    public static final UUID ID = new UUID(0, 1);

    static final String KIND = "library";
    private static final String USE = "document.library";

    private final Access access;

    Library(Access access) {
        this.access = access;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Bilingual name() {
        return new Bilingual(
                Messages.text(Locale.JAPANESE, "document.library"),
                Messages.text(Locale.ENGLISH, "document.library"));
    }

    @Override
    public Map<UUID, Owner> find(Collection<UUID> ids) {
        return ids.contains(ID) && access.may("document.read")
                ? Map.of(ID, new Owner(name(), href(), mayKeep()))
                : Map.of();
    }

    @Override
    public Condition visible(Field<UUID> id) {
        return id.eq(ID);
    }

    @Override
    public Condition changeable(Field<UUID> id) {
        return mayKeep() ? id.eq(ID) : DSL.falseCondition();
    }

    /// Its page.
    public static String href() {
        return "/documents/of/" + KIND + "/" + ID;
    }

    private boolean mayKeep() {
        return CurrentUser.get().equals(CurrentUser.SYSTEM) || access.may(USE);
    }
}
