package dev.tenon.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/**
 * The production classes of every module, read once for all architecture tests; without the class by which the processor
 * lets other modules find the example application's entities.
 */
final class TenonClasses {

    private static final String MARKERS = "/dev/tenon/modules/";

    static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains(MARKERS))
            .importPackages("dev.tenon");

    private TenonClasses() {}
}
