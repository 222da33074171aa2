package p;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.*;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CascadeType;
import org.hibernate.annotations.NamedQuery;

@Entity
@Cache(usage = CacheConcurrencyStrategy.READ_WRITE)
@DynamicInsert
@DynamicUpdate
@BatchSize(size = 10)
@SQLRestriction("id > 0")
@SQLDelete(sql = "DELETE FROM quiet WHERE id = ?")
@Filter(name = "f", condition = "id > 1")
@FilterDef(name = "f")
@OptimisticLocking(type = OptimisticLockType.VERSION)
@RowId("ctid")
@NaturalIdCache
@Synchronize("other")
@NamedQuery(name = "q", query = "from Quiet")
public class Quiet {
    @Id
    Long id;

    @Immutable
    @OptimisticLock(excluded = true)
    @ColumnTransformer(read = "upper(name)", write = "lower(?)")
    String name;

    @ManyToOne
    @Fetch(FetchMode.SELECT)
    @Cascade(CascadeType.LOCK)
    Quiet parent;

    @OneToMany(mappedBy = "parent")
    @BatchSize(size = 5)
    @SQLRestriction("name is not null")
    @Cascade(CascadeType.PERSIST)
    Set<Quiet> children;

    @Embedded
    Part part;

    @LazyGroup("g")
    @Basic(fetch = FetchType.LAZY)
    String lazy;
}
