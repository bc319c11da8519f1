### A visit made alone: asked every so often whether all is well; who does not answer is looked after.

words-lone-well = all well、i am fine、i'm fine
words-lone-need = i need somebody、send somebody
words-lone-end = finished、i am out
button-lone-start = Start
button-lone-well = All well
button-lone-need = I need somebody
button-lone-end = Finished
button-lone-safe = They are safe
lone-on = I am with you and ask at { TIME($at) } whether all is well. Press “Finished” when you are out.
lone-ask = <b>Is all well?</b>
lone-calling = Your buddy and the office are being called. If there is danger, leave at once, or call { $police }.
lone-coming = { $name } is about to call you.
lone-over = Good that all is well. Thank you.
lone-silent = 🔴 { $name } went alone to visit { $place } at { TIME($at) } and has not answered twice.
lone-needs = 🔴 { $name } went alone to visit { $place } at { TIME($at) } and needs somebody.
lone-yours = <b>Please phone them first; if they do not answer, go and look.</b>
lone-well-told = { $name } is well, nobody need go. Thank you.
lone-coming-told = { $name } knows and is about to call you.
todo-lone = 🔴 { $place }: a helper alone on a visit does not answer, since { $at }
toast-lone-well = Good. I ask again in a while.
toast-lone-need = Others are being called. If there is danger, leave first.
toast-lone-over = Good that all is well.
no-lone-here = This team does not use it. If anything happens, send /sos.
no-lone-over = This is over, and all is well.
no-lone-well = They have answered and are well, thank you.
