package org.kakehashi.intake.internal;

import java.io.ByteArrayInputStream;
import java.util.UUID;
import org.kakehashi.access.Unit;
import org.kakehashi.access.Units;
import org.kakehashi.access.User;
import org.kakehashi.access.Users;
import org.kakehashi.intake.ImportSteps;
import org.kakehashi.intake.Imports;
import org.kakehashi.intake.Uploads;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.Installation;
import org.kakehashi.organization.DemoPartners;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.context.WebApplicationContext;

/// Lists of the demonstration, invented, and brought in through the workbench as a person would:
/// one stored, whose agreements open down to file, sheet and row, and one begun. After the start,
/// when recognition knows the institutions, so that nobody waits for it.
@Component
public class DemoLists {
    private static final Logger LOG = LoggerFactory.getLogger(DemoLists.class);
    private static final String OFFICE = "office";

    private final Uploads uploads;
    private final Imports imports;
    private final ImportSteps steps;
    private final DemoPartners partners;
    private final Units units;
    private final Users users;
    private final Installation installation;
    private final Environment environment;

    DemoLists(
            Uploads uploads,
            Imports imports,
            ImportSteps steps,
            DemoPartners partners,
            Units units,
            Users users,
            Installation installation,
            Environment environment) {
        this.uploads = uploads;
        this.imports = imports;
        this.steps = steps;
        this.partners = partners;
        this.units = units;
        this.users = users;
        this.installation = installation;
        this.environment = environment;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        boolean server = event.getApplicationContext() instanceof WebApplicationContext;
        boolean demonstration = environment.getProperty("kakehashi.mode") != null;
        if (server && demonstration && installation.demonstration()) {
            Thread.ofVirtual().name("demonstration-lists").start(this::bringOnce);
        }
    }

    private void bringOnce() {
        try {
            bring();
        } catch (RuntimeException problem) {
            LOG.info(
                    "The lists of the demonstration were not brought in: {}", problem.getMessage());
        }
    }

    /// Does nothing where lists have come in before.
    public void bring() {
        User office = users.findByLogin(OFFICE).filter(User::active).orElse(null);
        if (office == null) {
            return;
        }
        new CurrentUser(office.id(), office.login(), office.name(), office.grants())
                .run(() -> {
                    if (imports.list(1).isEmpty()) {
                        var lists = new DemoSheets(partners.list());
                        UUID stored = begin(DemoSheets.STORED, lists.stored(), "INF");
                        steps.begin(stored, "read");
                        steps.begin(stored, "compare");
                        steps.begin(stored, "commit");
                        steps.begin(begin(DemoSheets.BEGUN, lists.begun(), "MED"), "read");
                    }
                });
    }

    private UUID begin(String name, byte[] content, String unit) {
        UUID owner = units.findByNameOrCode(unit).map(Unit::id).orElse(null);
        var received = uploads.receive(name, new ByteArrayInputStream(content), owner);
        UUID file = received.file();
        if (file == null) {
            throw new IllegalStateException(received.problems().toString());
        }
        return imports.start(file, 0);
    }
}
