package dev.tenon.processor.internal.report;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.internal.migrations.file.MigrationDirectoryException;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.Severity;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.tools.Diagnostic.Kind;

/** Reports each problem to javac once, at its place in the source code; the only user of the messager. */
public final class Diagnostics {

    private final Messager messager;
    private final RepeatedAnnotationLocator places;
    private final Set<PrintedDiagnostic> printed = new HashSet<>();
    private final boolean strict;
    private final Set<String> unsettled = new TreeSet<>();
    private boolean part;
    private boolean errors;
    private Optional<SourceLocation> reading = Optional.empty();

    private static final String UNLESS_ELSEWHERE = "; or the module with the migrations declares it";

    private record PrintedDiagnostic(Kind kind, String message, Optional<SourceLocation> site) {}

    /**
     * The diagnostics of a compilation.
     *
     * @param strict whether annotations without effect are errors
     */
    public Diagnostics(ProcessingEnvironment environment, boolean strict) {
        this.strict = strict;
        this.messager = environment.getMessager();
        this.places = new RepeatedAnnotationLocator(environment);
    }

    /** Sets the entity that is being read; problems of classes whose sources are elsewhere are reported at it. */
    public void reading(Element entity) {
        reading = Optional.of(SourceLocation.of(entity));
    }

    /** Reports an error at a place. */
    public void error(DiagnosticCode code, SourceLocation site, String problem, String remedy) {
        print(Kind.ERROR, message(code, problem, remedy), Optional.of(site));
    }

    /** Reports an annotation without effect: as a note, which breaks no build, or as an error if those are asked for. */
    public void withoutEffect(DiagnosticCode code, SourceLocation site, String problem, String remedy) {
        print(strict ? Kind.ERROR : Kind.NOTE, message(code, problem, remedy), Optional.of(site));
    }

    /** Says that the compilation sees only a part of the schema, so that some problems are not errors yet. */
    public void readsPart() {
        part = true;
    }

    /**
     * Reports a problem that the declarations of another module may solve: as an error, or as a warning if the
     * compilation sees only a part of the schema.
     */
    public void unlessPart(DiagnosticCode code, SourceLocation site, String problem, String remedy) {
        if (part) {
            unsettle(message(code, problem, remedy), Optional.of(site));
        } else {
            error(code, site, problem, remedy);
        }
    }

    /** Reports the finding of a rule that the declarations of another module may satisfy. */
    public void unlessPart(Finding finding, SourceLocations sites) {
        if (part && finding.severity() == Severity.ERROR) {
            reading = sites.find(ObjectPath.table(finding.at().owner()), "");
            unsettle(finding.message(), sites.find(finding.at(), finding.attribute()));
        } else {
            report(finding, sites);
        }
    }

    private void unsettle(String message, Optional<SourceLocation> site) {
        unsettled.add(message);
        print(Kind.WARNING, message + UNLESS_ELSEWHERE, site);
    }

    /** The problems that only the owner of the whole schema can judge. */
    public List<String> unsettled() {
        return List.copyOf(unsettled);
    }

    /** Reports a problem as an error. */
    public void error(SourceProblem problem) {
        error(problem.code(), problem.site(), problem.problem(), problem.remedy());
    }

    /** Reports an error that has no place in the source code. */
    public void error(DiagnosticCode code, String problem, String remedy) {
        print(Kind.ERROR, message(code, problem, remedy), Optional.empty());
    }

    /** Reports a warning that has no place in the source code. */
    public void warning(DiagnosticCode code, String problem, String remedy) {
        print(Kind.WARNING, message(code, problem, remedy), Optional.empty());
    }

    /** Reports the finding of a rule, at the source of the object. */
    public void report(Finding finding, SourceLocations sites) {
        reading = sites.find(ObjectPath.table(finding.at().owner()), "");
        print(kind(finding.severity()), finding.message(), sites.find(finding.at(), finding.attribute()));
    }

    /** Reports a problem of the migrations directory; its message names the file and line. */
    public void report(MigrationDirectoryException failure) {
        print(Kind.ERROR, failure.problem().message(), Optional.empty());
    }

    /** Prints a note, which is not a problem. */
    public void note(String message) {
        print(Kind.NOTE, message, Optional.empty());
    }

    /** Reports an internal error of Tenon. */
    public void failure(RuntimeException failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        print(
                Kind.ERROR,
                message(
                                DiagnosticCode.FAILURE,
                                "internal error in Tenon",
                                "please report this error with the stack trace")
                        + "\n" + trace,
                Optional.empty());
    }

    /** Whether an error was reported. */
    public boolean hasErrors() {
        return errors;
    }

    private void print(Kind kind, String message, Optional<SourceLocation> site) {
        Optional<SourceLocation> elsewhere =
                site.filter(place -> reading.isPresent() && !places.isInSource(place.element()));
        if (elsewhere.isPresent()) {
            printOnce(kind, message + where(elsewhere.get().element()), reading);
        } else {
            printOnce(kind, message, site);
        }
    }

    private static String where(Element element) {
        Element owner = element.getEnclosingElement();
        boolean isMember = owner != null && owner.getKind() != ElementKind.PACKAGE;
        return " (" + (isMember ? element + " of " + owner : element) + ", a class without source in this compilation)";
    }

    private void printOnce(Kind kind, String message, Optional<SourceLocation> site) {
        errors |= kind == Kind.ERROR;
        if (!printed.add(new PrintedDiagnostic(kind, message, site))) {
            return;
        }
        if (site.isEmpty()) {
            messager.printMessage(kind, message);
        } else if (places.print(kind, message, site.get())) {
            return;
        } else if (site.get().annotation().isEmpty()) {
            messager.printMessage(kind, message, site.get().element());
        } else if (site.get().value().isEmpty()) {
            messager.printMessage(
                    kind, message, site.get().element(), site.get().annotation().get());
        } else {
            messager.printMessage(
                    kind,
                    message,
                    site.get().element(),
                    site.get().annotation().get(),
                    site.get().value().get());
        }
    }

    private static String message(DiagnosticCode code, String problem, String remedy) {
        return "[" + code.code() + "] " + problem + "; " + remedy;
    }

    private static Kind kind(Severity severity) {
        return switch (severity) {
            case ERROR -> Kind.ERROR;
            case WARNING -> Kind.WARNING;
            case NOTE -> Kind.NOTE;
        };
    }
}
