package org.kakehashi;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {
    private static final DescribedPredicate<JavaClass> GENERATED =
            JavaClass.Predicates.resideInAnyPackage(
                    "org.kakehashi.schema..", "org.kakehashi.template..");

    @Test
    void everyRoomKeepsToItsDeclaredDependencies() {
        ApplicationModules rooms = ApplicationModules.of(Kakehashi.class, GENERATED);
        rooms.verify();
        assertThat(rooms.stream().map(room -> room.getIdentifier().toString()))
                .contains("kernel", "ui", "access");
    }
}
