from generator.sentences import Fact, read_sentence, trace


def test_a_sentence_knows_its_rule_its_fields_and_its_own_words() -> None:
    """From a template's line come the text, the rule, the fields in order and what is not a fact."""
    line = f"show-fit: At {Fact('company', 'Acme Inc.')} I would bring {Fact('fit', 'ten: or more, years')}"
    sentence = read_sentence(line)
    assert sentence is not None
    assert sentence.text == "At Acme Inc. I would bring ten: or more, years."
    assert (sentence.rule, sentence.fields) == ("show-fit", ("company", "fit"))
    assert sentence.wording == "At {company} I would bring {fit}"


def test_nothing_behind_the_colon_is_no_sentence() -> None:
    """A line whose phrase was not typed leaves nothing."""
    assert read_sentence("say-why: ") is None
    assert str(Fact("fit", "")) == ""
    assert not Fact("fit", "")


def test_typed_marks_cannot_pass_for_facts() -> None:
    """Somebody who types the marks themselves forges no field and leaves no mark."""
    typed = "\ufdd0company\ufdd1Evil\ufdd2"
    sentence = trace(f"I like {Fact('fit', typed)}", rule="show-fit")
    assert sentence.fields == ("fit",)
    assert sentence.text == "I like companyEvil"
