package org.kakehashi;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.PRIVATE;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.annotation.Transactional;

/// The manners inside a room: reads follow the arrows, writes stay at home.
class ArchitectureTests {
    private static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .withImportOption(location ->
                            !location.contains("/schema/") && !location.contains("/template/"))
                    .importPackages("org.kakehashi");

    private static final Set<String> WRITING =
            Set.of(
                    "insertInto",
                    "update",
                    "deleteFrom",
                    "mergeInto",
                    "newRecord",
                    "batchInsert",
                    "batchUpdate",
                    "batch");

    private static final DescribedPredicate<JavaMethodCall> WRITES =
            describe(
                    "write to the database",
                    call ->
                            call.getTargetOwner().isAssignableTo(DSLContext.class)
                                    && WRITING.contains(call.getName()));

    @Test
    void onlyStoresWrite() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..internal..", "org.kakehashi.kernel..")
                .should()
                .callMethodWhere(WRITES)
                .because("writes stay at home: a …Store in the room's internal package")
                .check(PRODUCT);
    }

    /// Spring's proxy sees calls from outside only: `this.work()` opens no transaction.
    private static final DescribedPredicate<JavaMethodCall> WRITES_ALONE =
            describe(
                    "call a writing transaction of the same class without one of their own",
                    call ->
                            call.getOriginOwner().equals(call.getTargetOwner())
                                    && !call.getOrigin().getModifiers().contains(PRIVATE)
                                    && !call.getOriginOwner().isAnnotatedWith(Transactional.class)
                                    && !call.getOrigin().isAnnotatedWith(Transactional.class)
                                    && call.getTarget()
                                            .resolveMember()
                                            .flatMap(target ->
                                                    target.tryGetAnnotationOfType(
                                                            Transactional.class))
                                            .filter(transaction -> !transaction.readOnly())
                                            .isPresent());

    @Test
    void aTransactionIsNotLostByCallingOneself() {
        noClasses()
                .should()
                .callMethodWhere(WRITES_ALONE)
                .because("it would be done by halves when the application is killed")
                .check(PRODUCT);
    }

    @Test
    void webGoesThroughTheDoor() {
        noClasses()
                .that()
                .resideInAPackage("..web..")
                .should()
                .dependOnClassesThat(
                        describe(
                                "speak SQL",
                                (JavaClass type) -> type.isAssignableTo(DSLContext.class)))
                .because("web → door → store → jOOQ, never past the door")
                .check(PRODUCT);
    }

    @Test
    void aRoomReadsOnlyItsOwnSchemaAndThoseBelow() {
        for (String[] forbidden :
                new String[][] {
                    {"kernel", "access|document|organization|intake|review|agreement|strategy"},
                    {"ui", "access|document|organization|intake|review|agreement|strategy"},
                    {"access", "document|organization|intake|review|agreement|strategy"},
                    {"document", "organization|intake|review|agreement|strategy"},
                    {"organization", "document|intake|review|agreement|strategy"},
                    {"intake", "review|agreement|strategy"},
                    {"review", "organization|intake|agreement|strategy"},
                    {"agreement", "strategy"}
                }) {
            noClasses()
                    .that()
                    .resideInAPackage("org.kakehashi." + forbidden[0] + "..")
                    .should()
                    .dependOnClassesThat(
                            describe(
                                    "belong to the schema of a higher room",
                                    (JavaClass type) ->
                                            type.getPackageName()
                                                    .matches(
                                                            "org\\.kakehashi\\.schema\\.("
                                                                    + forbidden[1]
                                                                    + ")(\\..*)?")))
                    .check(PRODUCT);
        }
    }
}
