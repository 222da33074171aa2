package example;

import dev.tenon.annotation.Column;
import dev.tenon.annotation.Default;

interface Versioned {
    @Column(name = "lock_version")
    @Default("0")
    int version();
}
