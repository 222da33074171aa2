package example;

import dev.tenon.annotation.Column;
import dev.tenon.annotation.Computed;
import dev.tenon.annotation.Default;
import dev.tenon.annotation.GinIndex;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Identity;
import dev.tenon.annotation.Table;
import dev.tenon.annotation.TextSearch;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

@Table
record Invoice(
        @Id @Identity long number,
        @Identity(always = false) int position,
        @Default("now()") Instant at,
        BigDecimal net,
        @Default("0.19") BigDecimal rate,
        @Computed("net * (1 + rate)") BigDecimal gross,
        Optional<String> title,
        @Column(name = "Body", length = 100) String body,
        @TextSearch(of = {"title", "body"}) @GinIndex String search,
        @TextSearch(of = "title", config = "public.my'config") Optional<String> other) {}
