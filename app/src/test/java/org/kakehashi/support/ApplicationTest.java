package org.kakehashi.support;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.kakehashi.Kakehashi;
import org.kakehashi.access.DemoAccounts;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.Installation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/// Base of tests against the whole running application, one fresh database per class. Units and the
/// four accounts `admin`, `office`, `member` (of ENG) and `executive` are there; nothing else is.
@SpringBootTest(
        classes = Kakehashi.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ApplicationTest {
    @LocalServerPort private int port;
    @Autowired private Installation installation;
    @Autowired private DemoAccounts accounts;

    @BeforeAll
    void establish() {
        CurrentUser.SYSTEM.run(() -> {
            installation.establish(
                    new Installation.Owner(
                            false, new Bilingual("試験大学", "Testing University"), null));
            accounts.fill();
        });
    }

    protected String address() {
        return "http://localhost:" + port;
    }

    /// Someone who has not signed in.
    protected Visitor visitor() {
        return new Visitor(address());
    }

    /// Someone signed in with one of the accounts.
    protected Visitor signedInAs(String login) {
        Visitor visitor = visitor();
        visitor.signIn(login, DemoAccounts.PASSWORD);
        return visitor;
    }
}
