package org.kakehashi.partnership.contact.internal;

import static org.kakehashi.schema.partnership.Tables.CONTACTS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.HoldsPersonalValues;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.partnership.contact.Consent;
import org.kakehashi.partnership.contact.Contact;
import org.kakehashi.schema.partnership.tables.records.ContactsRecord;
import org.springframework.stereotype.Repository;

/// The only class that writes contacts.
@Repository
public class ContactStore implements HoldsPersonalValues {
    private final DSLContext jooq;
    private final Clock clock;

    ContactStore(DSLContext jooq, Clock clock) {
        this.jooq = jooq;
        this.clock = clock;
    }

    public Optional<Contact> find(UUID id) {
        return read(CONTACTS.ID.eq(id)).stream().findFirst();
    }

    public List<Contact> of(Collection<UUID> organizations) {
        return read(
                CONTACTS.ORGANIZATION_ID
                        .eq(DSL.any(organizations.toArray(UUID[]::new)))
                        .and(CONTACTS.WITHDRAWN_ON.isNull()));
    }

    /// @param units null: of all
    public List<Contact> all(@Nullable Set<UUID> units) {
        Condition among = units == null ? DSL.trueCondition() : CONTACTS.UNIT_ID.in(units);
        return read(among.and(CONTACTS.WITHDRAWN_ON.isNull()));
    }

    private List<Contact> read(Condition condition) {
        return jooq.selectFrom(CONTACTS)
                .where(condition)
                .orderBy(
                        CONTACTS.LAST_CONTACT_ON.desc().nullsLast(),
                        DSL.coalesce(CONTACTS.READING, CONTACTS.NAME_EN, CONTACTS.NAME_JA),
                        CONTACTS.ID)
                .fetch(ContactStore::contact);
    }

    public UUID save(Contact contact) {
        ContactsRecord row = row(contact);
        UUID id = contact.id();
        if (id == null) {
            return jooq.insertInto(CONTACTS)
                    .set(row)
                    .returningResult(CONTACTS.ID)
                    .fetchSingle()
                    .value1();
        }
        int found =
                jooq.update(CONTACTS)
                        .set(row)
                        .set(CONTACTS.VERSION, CONTACTS.VERSION.plus(1))
                        .where(CONTACTS.ID.eq(id))
                        .and(CONTACTS.VERSION.eq(contact.version()))
                        .and(CONTACTS.WITHDRAWN_ON.isNull())
                        .execute();
        if (found == 0) {
            throw KakehashiException.changedMeanwhile();
        }
        return id;
    }

    public void heard(UUID id, LocalDate on) {
        jooq.update(CONTACTS).set(CONTACTS.LAST_CONTACT_ON, on).where(CONTACTS.ID.eq(id)).execute();
    }

    /// Everything personal goes; that there was a contact, and since when it is no more, stays.
    @Override
    public void erase(UUID person) {
        jooq.update(CONTACTS)
                .setNull(CONTACTS.FACULTY)
                .setNull(CONTACTS.NAME_JA)
                .setNull(CONTACTS.NAME_EN)
                .setNull(CONTACTS.READING)
                .setNull(CONTACTS.POSITION_JA)
                .setNull(CONTACTS.POSITION_EN)
                .setNull(CONTACTS.EMAIL)
                .setNull(CONTACTS.PHONE)
                .setNull(CONTACTS.PURPOSE)
                .setNull(CONTACTS.NOTE)
                .set(CONTACTS.LANGUAGES, new String[0])
                .set(CONTACTS.WITHDRAWN_ON, LocalDate.now(clock))
                .set(CONTACTS.VERSION, CONTACTS.VERSION.plus(1))
                .where(CONTACTS.ID.eq(person))
                .execute();
    }

    private static ContactsRecord row(Contact contact) {
        ContactsRecord row = new ContactsRecord();
        Consent consent = contact.consent();
        row.setOrganizationId(contact.organization());
        row.setUnitId(contact.unit());
        row.setFaculty(contact.faculty());
        row.setNameJa(contact.name().ja());
        row.setNameEn(contact.name().en());
        row.setReading(contact.reading());
        row.setPositionJa(contact.position().ja());
        row.setPositionEn(contact.position().en());
        row.setEmail(contact.email());
        row.setPhone(contact.phone());
        row.setLanguages(contact.languages().toArray(String[]::new));
        row.setPurpose(consent.purpose());
        row.setConsentOn(consent.given());
        row.setConsentHow(consent.how() == null ? null : consent.how().code());
        row.setConsentUntil(consent.until());
        row.setLastContactOn(contact.lastContact());
        row.setNote(contact.note());
        return row;
    }

    private static Contact contact(ContactsRecord row) {
        return new Contact(
                row.getId(),
                row.getOrganizationId(),
                row.getUnitId(),
                row.getFaculty(),
                new Bilingual(row.getNameJa(), row.getNameEn()),
                row.getReading(),
                new Bilingual(row.getPositionJa(), row.getPositionEn()),
                row.getEmail(),
                row.getPhone(),
                Arrays.asList(row.getLanguages()),
                new Consent(
                        row.getPurpose(),
                        row.getConsentOn(),
                        Coded.find(Consent.How.class, row.getConsentHow()).orElse(null),
                        row.getConsentUntil(),
                        row.getWithdrawnOn()),
                row.getLastContactOn(),
                row.getNote(),
                row.getVersion());
    }
}
