package org.kakehashi.kernel;

import static org.kakehashi.schema.kernel.Tables.INSTALLATION;

import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whose installation this is, and whether it shows demonstration data. Read once: it never changes
/// while running, but for the moment the first administrator names the owner.
@Component
public class Installation {
    /// The owner of the data and the mode.
    public record Owner(boolean demonstration, Bilingual name, @Nullable String rorId) {}

    private final DSLContext jooq;
    private volatile @Nullable Owner owner;

    Installation(DSLContext jooq) {
        this.jooq = jooq;
    }

    /// Empty until the installation has been set up.
    public Optional<Owner> owner() {
        if (owner == null) {
            owner =
                    jooq.selectFrom(INSTALLATION)
                            .fetchOne(row ->
                                    new Owner(
                                            row.getDemonstration(),
                                            new Bilingual(
                                                    row.getOwnerNameJa(), row.getOwnerNameEn()),
                                            row.getOwnerRorId()));
        }
        return Optional.ofNullable(owner);
    }

    public boolean demonstration() {
        return owner().map(Owner::demonstration).orElse(false);
    }

    /// Names the owner. Fails if there is one already.
    public void establish(Owner owner) {
        jooq.insertInto(INSTALLATION)
                .set(INSTALLATION.DEMONSTRATION, owner.demonstration())
                .set(INSTALLATION.OWNER_NAME_JA, owner.name().ja())
                .set(INSTALLATION.OWNER_NAME_EN, owner.name().en())
                .set(INSTALLATION.OWNER_ROR_ID, owner.rorId())
                .execute();
    }
}
