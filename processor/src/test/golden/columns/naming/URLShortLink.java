package example;

import dev.tenon.annotation.Column;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Table;
import dev.tenon.annotation.Transient;

@Table(comment = "Short links; it's the \"real\" table")
public class URLShortLink {
    static int counter;

    @Id
    int linkId;

    String targetURL;
    String sha256Sum;
    boolean isActive;

    @Column(name = "Order", comment = "quoted name")
    int order;

    @Column(collation = "C")
    String slug;

    @Column(collation = "public.german")
    String german;

    transient int cached;

    @Transient
    Object listener;
}
