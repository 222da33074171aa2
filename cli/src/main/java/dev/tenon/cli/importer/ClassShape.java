package dev.tenon.cli.importer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.tenon.cli.importer.annotation.Member;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/** The kinds of class that an entity becomes. */
enum ClassShape {
    /** A record. */
    RECORD {
        @Override
        TypeSpec.Builder begin(ClassName name) {
            return TypeSpec.recordBuilder(name.simpleName()).addModifiers(Modifier.PUBLIC);
        }

        @Override
        void write(List<Member> members, TypeSpec.Builder type) {
            MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
            for (Member member : members) {
                constructor.addParameter(ParameterSpec.builder(member.type(), member.name())
                        .addAnnotations(member.annotations())
                        .build());
            }
            type.recordConstructor(constructor.build());
        }
    },
    /** A class of final fields, with a constructor for all fields and accessors without a prefix. */
    FINAL_FIELDS {
        @Override
        TypeSpec.Builder begin(ClassName name) {
            return TypeSpec.classBuilder(name.simpleName()).addModifiers(Modifier.PUBLIC, Modifier.FINAL);
        }

        @Override
        void write(List<Member> members, TypeSpec.Builder type) {
            MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PUBLIC);
            for (Member member : members) {
                type.addField(field(member).addModifiers(Modifier.FINAL).build());
                constructor.addParameter(member.type(), member.name());
                constructor.addStatement("this.$N = $N", member.name(), member.name());
            }
            type.addMethod(constructor.build());
            members.forEach(member -> type.addMethod(reader(member, member.name())));
        }
    },
    /** A class of fields with getters and setters. */
    BEAN {
        @Override
        TypeSpec.Builder begin(ClassName name) {
            return TypeSpec.classBuilder(name.simpleName()).addModifiers(Modifier.PUBLIC);
        }

        @Override
        void write(List<Member> members, TypeSpec.Builder type) {
            members.forEach(member -> type.addField(field(member).build()));
            for (Member member : members) {
                String upper = member.name().substring(0, 1).toUpperCase(Locale.ROOT)
                        + member.name().substring(1);
                boolean flag = member.type().equals(TypeName.BOOLEAN);
                type.addMethod(reader(member, (flag ? "is" : "get") + upper));
                type.addMethod(MethodSpec.methodBuilder("set" + upper)
                        .addModifiers(Modifier.PUBLIC)
                        .addParameter(member.type(), member.name())
                        .addStatement("this.$N = $N", member.name(), member.name())
                        .build());
            }
        }
    };

    /** The slots that the JVM allows for the parameters of a constructor, without {@code this}. */
    private static final int MAX_SLOTS = 254;

    abstract TypeSpec.Builder begin(ClassName name);

    abstract void write(List<Member> members, TypeSpec.Builder type);

    /** Returns the shape for that many members; a constructor cannot take more parameters than the JVM allows. */
    ClassShape forAsMany(List<Member> members) {
        int slots = members.stream()
                .mapToInt(member ->
                        member.type().equals(TypeName.LONG) || member.type().equals(TypeName.DOUBLE) ? 2 : 1)
                .sum();
        return slots > MAX_SLOTS ? BEAN : this;
    }

    private static FieldSpec.Builder field(Member member) {
        return FieldSpec.builder(member.type(), member.name(), Modifier.PRIVATE).addAnnotations(member.annotations());
    }

    private static MethodSpec reader(Member member, String name) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .returns(member.type())
                .addStatement("return $N", member.name())
                .build();
    }
}
