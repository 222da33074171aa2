package example;

import dev.tenon.annotation.BrinIndex;
import dev.tenon.annotation.Column;
import dev.tenon.annotation.GinIndex;
import dev.tenon.annotation.GistIndex;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Index;
import dev.tenon.annotation.Table;
import java.time.Instant;
import java.util.List;

@Table
@GistIndex(columns = {"period", "id"}, name = "place_period_idx", include = "name")
@GinIndex(columns = {"name", "tags"}, opclass = {"gin_trgm_ops", ""}, name = "place_words_idx", with = "fastupdate=off")
record Place(
        @Id int id,
        @Index(method = "hash") String code,
        @GistIndex(opclass = "ext.gist_trgm_ops", name = "place_similar_idx") String name,
        @GinIndex List<String> tags,
        @Column(type = "tstzrange") String period,
        @BrinIndex(where = "id > 10", with = "pages_per_range=64") Instant seenAt) {}
