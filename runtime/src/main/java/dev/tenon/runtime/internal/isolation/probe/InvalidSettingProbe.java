package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.session.ProbeTarget;
import dev.tenon.schema.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * In a session whose tenant setting names none there are no rows or an error, and no row can be added; nor where the setting only
 * begins with the key of a tenant, which a cast might cut it down to.
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
    List<Entry> entries(ProbeTarget subject) {
        String key = subject.one().text();
        List<String> settings = new ArrayList<>(List.of("no tenant' OR 'a'='a", key + " or so", fraction(key)));
        if (BITS.matcher(key).matches() && isBits(subject)) {
            settings.add(key + "0");
        }
        return settings.stream()
                .<Entry>map(setting -> stage -> stage.become(setting))
                .toList();
    }

    /** The key and so little more that a type with a scale rounds it away, and that nobody has this key. */
    private static String fraction(String key) {
        return key + (key.indexOf('.') < 0 ? "." : "") + NEARLY_NOTHING;
    }

    private static boolean isBits(ProbeTarget subject) {
        return subject.table()
                .column(subject.column())
                .filter(column -> column.type() instanceof ColumnType.Builtin type
                        && type.name().contains("bit"))
                .isPresent();
    }
}
