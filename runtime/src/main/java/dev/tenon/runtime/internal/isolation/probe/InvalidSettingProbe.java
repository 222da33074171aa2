package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.session.ProbeTarget;
import dev.tenon.schema.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A session with an invalid tenant setting sees no rows, or an error, and can insert none. The same holds for a setting
 * that starts with a tenant's key, which a cast might truncate.
 */
public final class InvalidSettingProbe extends SettingProbe {

    private static final String NEARLY_NOTHING = "0".repeat(30) + "4";

    private static final Pattern BITS = Pattern.compile("[01]+");

    @Override
    public String name() {
        return "garbage-setting";
    }

    @Override
    String state() {
        return "an invalid value in the tenant setting";
    }

    @Override
    List<Setup> setups(ProbeTarget target) {
        String key = target.one().text();
        List<String> settings = new ArrayList<>(List.of("no tenant' OR 'a'='a", key + " or so", fraction(key)));
        if (BITS.matcher(key).matches() && isBits(target)) {
            settings.add(key + "0");
        }
        return settings.stream()
                .<Setup>map(setting -> session -> session.enterTenant(setting))
                .toList();
    }

    /** Returns the key with a fraction so small that a type with a scale would round it away. */
    private static String fraction(String key) {
        return key + (key.indexOf('.') < 0 ? "." : "") + NEARLY_NOTHING;
    }

    private static boolean isBits(ProbeTarget target) {
        return target.table()
                .column(target.column())
                .filter(column -> column.type() instanceof ColumnType.Builtin type
                        && type.name().contains("bit"))
                .isPresent();
    }
}
