package dev.tenon.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A step as users name it on the command line: {@code 7.2}.
 *
 * @param migration the number of its migration
 * @param step the number of the step within it, from 1
 */
public record StepNumber(int migration, int step) {

    @Override
    public String toString() {
        return migration + "." + step;
    }

    /** Reads it. */
    public static final class Converter implements ITypeConverter<StepNumber> {
        @Override
        public StepNumber convert(String text) {
            if (!text.matches("\\d{1,8}\\.\\d{1,8}")) {
                throw new TypeConversionException("'" + text + "' is not a step; write 7.2 for step 2 of migration 7");
            }
            int dot = text.indexOf('.');
            return new StepNumber(Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
        }
    }
}
