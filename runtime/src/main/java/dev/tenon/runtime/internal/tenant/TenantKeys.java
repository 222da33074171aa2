package dev.tenon.runtime.internal.tenant;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.fault.FaultException;
import org.jspecify.annotations.Nullable;

/** Converts tenant keys to values of the tenant setting. */
public final class TenantKeys {

    /** No index of PostgreSQL stores a longer key than 2,704 bytes, so no tenant has one. */
    private static final int LONGEST = 1000;

    private TenantKeys() {}

    /**
     * Returns the text of a key.
     *
     * @throws FaultException with {@code TN655} if the key cannot name a tenant
     */
    public static String text(@Nullable Object tenant) {
        String text = tenant == null ? null : tenant.toString();
        if (text == null) {
            throw refusal("it is null");
        }
        if (text.isEmpty()) {
            throw refusal("it is empty");
        }
        if (text.length() > LONGEST) {
            throw refusal("it has " + text.length() + " characters, and the longest key may have " + LONGEST);
        }
        if (text.indexOf('\0') >= 0) {
            throw refusal("it contains the character NUL");
        }
        // The encoder would replace half a pair, so that different keys would name one tenant.
        if (hasHalfPair(text)) {
            throw refusal("it is not valid Unicode");
        }
        return text;
    }

    private static boolean hasHalfPair(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    private static FaultException refusal(String why) {
        return new Fault(
                        FaultCode.TENANT_INVALID,
                        "the tenant's key names no tenant: " + why,
                        "pass the key of a row of the tenant root, as the authenticated request determines it")
                .exception();
    }
}
