package dev.tenon.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The exported API uses no internal types in its signatures. */
class ExportedApiTest {

    private static final String INTERNAL = ".internal";

    @Test
    void noExportedSignatureNamesAnInternalType() {
        classes()
                .that()
                .resideInAnyPackage(
                        "dev.tenon.annotation",
                        "dev.tenon.schema",
                        "dev.tenon.runtime",
                        "dev.tenon.runtime.fault",
                        "dev.tenon.runtime.isolation",
                        "dev.tenon.runtime.migrate",
                        "dev.tenon.runtime.verify",
                        "dev.tenon.testing")
                .and()
                .arePublic()
                .should(nameNoInternalType())
                .check(TenonClasses.PRODUCTION);
    }

    private static ArchCondition<JavaClass> nameNoInternalType() {
        return new ArchCondition<>("name no internal type in a public or protected signature") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMembers().stream()
                        .filter(ExportedApiTest::isVisible)
                        .forEach(member -> signature(member)
                                .filter(named -> named.getPackageName().contains(INTERNAL))
                                .forEach(named -> events.add(SimpleConditionEvent.violated(
                                        member, member.getFullName() + " names " + named.getName()))));
            }
        };
    }

    private static boolean isVisible(HasModifiers member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaClass> signature(JavaMember member) {
        Set<JavaClass> named = member instanceof JavaCodeUnit unit
                ? Stream.concat(
                                unit.getReturnType().getAllInvolvedRawTypes().stream(),
                                unit.getParameterTypes().stream()
                                        .flatMap(each -> each.getAllInvolvedRawTypes().stream()))
                        .collect(Collectors.toSet())
                : ((JavaField) member).getType().getAllInvolvedRawTypes();
        return named.stream();
    }
}
