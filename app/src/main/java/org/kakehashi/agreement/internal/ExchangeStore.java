package org.kakehashi.agreement.internal;

import static org.kakehashi.schema.agreement.Tables.EXCHANGES;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.kakehashi.agreement.Exchange;
import org.kakehashi.agreement.Iia;
import org.kakehashi.schema.agreement.tables.records.ExchangesRecord;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/// The only class that writes what agreements are called in exchanges of data.
@Repository
public class ExchangeStore {
    private static final TypeReference<Map<String, Exchange.Contacts>> CONTACTS =
            new TypeReference<>() {};

    private final DSLContext jooq;

    ExchangeStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    public Optional<Exchange> find(UUID agreement) {
        return jooq.selectFrom(EXCHANGES)
                .where(EXCHANGES.AGREEMENT_ID.eq(agreement))
                .fetchOptional(row ->
                        new Exchange(
                                Iia.JSON.readValue(row.getHome().data(), Exchange.Side.class),
                                Iia.JSON.readValue(row.getPartner().data(), Exchange.Side.class),
                                row.getInEffect(),
                                row.getTerminated(),
                                row.getHash(),
                                row.getPdfFile(),
                                Iia.JSON.readValue(row.getContacts().data(), CONTACTS)));
    }

    public void save(UUID agreement, Exchange exchange) {
        ExchangesRecord row = new ExchangesRecord();
        row.setAgreementId(agreement);
        row.setHome(json(exchange.home()));
        row.setPartner(json(exchange.partner()));
        row.setInEffect(exchange.inEffect());
        row.setTerminated(exchange.terminated());
        row.setHash(exchange.hash());
        row.setPdfFile(exchange.pdfFile());
        row.setContacts(json(exchange.contacts()));
        jooq.insertInto(EXCHANGES).set(row).onDuplicateKeyUpdate().set(row).execute();
    }

    private static JSONB json(Object value) {
        return JSONB.valueOf(Iia.JSON.writeValueAsString(value));
    }
}
