package dev.tenon.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Rules for every package. */
class PackagesTest {

    @Test
    void packagesFormNoCycle() {
        slices().matching("dev.tenon.(**)").should().beFreeOfCycles().check(TenonClasses.PRODUCTION);
    }

    @Test
    void everyPackageIsNullMarked() {
        classes()
                .should(ArchCondition.from(DescribedPredicate.<JavaClass>describe(
                        "reside in a package whose package-info says @NullMarked",
                        type -> type.getPackage().isAnnotatedWith(NullMarked.class))))
                .check(TenonClasses.PRODUCTION);
    }
}
