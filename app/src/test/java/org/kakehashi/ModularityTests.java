package org.kakehashi;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {
    /// Generated code, and the library of the neighbouring Maven module, are no rooms.
    private static final DescribedPredicate<JavaClass> NO_ROOMS =
            JavaClass.Predicates.resideInAnyPackage(
                    "org.kakehashi.schema..",
                    "org.kakehashi.template..",
                    "org.kakehashi.resolver..");

    @Test
    void everyRoomKeepsToItsDeclaredDependencies() {
        ApplicationModules rooms = ApplicationModules.of(Kakehashi.class, NO_ROOMS);
        rooms.verify();
        assertThat(rooms.stream().map(room -> room.getIdentifier().toString()))
                .contains("kernel", "ui", "access");
    }
}
