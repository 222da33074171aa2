package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.Boolean;
import java.lang.Integer;
import java.lang.String;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
public final class URLShortLink_ {
    public static final String TABLE = "url_short_link";
    public static final String LINK_ID = "link_id";
    public static final String TARGET_URL = "target_url";
    public static final String SHA256_SUM = "sha256_sum";
    public static final String IS_ACTIVE = "is_active";
    public static final String ORDER = "Order";
    public static final String SLUG = "slug";
    public static final String GERMAN = "german";
    public static final ColumnRef<URLShortLink, Integer> linkId = new ColumnRef<URLShortLink, Integer>("public", "url_short_link", "link_id");
    public static final ColumnRef<URLShortLink, String> targetUrl = new ColumnRef<URLShortLink, String>("public", "url_short_link", "target_url");
    public static final ColumnRef<URLShortLink, String> sha256Sum = new ColumnRef<URLShortLink, String>("public", "url_short_link", "sha256_sum");
    public static final ColumnRef<URLShortLink, Boolean> isActive = new ColumnRef<URLShortLink, Boolean>("public", "url_short_link", "is_active");
    public static final ColumnRef<URLShortLink, Integer> Order = new ColumnRef<URLShortLink, Integer>("public", "url_short_link", "Order");
    public static final ColumnRef<URLShortLink, String> slug = new ColumnRef<URLShortLink, String>("public", "url_short_link", "slug");
    public static final ColumnRef<URLShortLink, String> german = new ColumnRef<URLShortLink, String>("public", "url_short_link", "german");

    private URLShortLink_() {}
}
