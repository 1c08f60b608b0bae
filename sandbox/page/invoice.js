// Invoices: how one looks in the chat, the form in which a card is given, and the line that says it is paid.

import * as api from "./api.js";
import { element } from "./dom.js";

const CHECKOUT_MS = 10_500;

const money = ({ total_amount: total, currency }) =>
  new Intl.NumberFormat("id-ID", { style: "currency", currency }).format(total / 100);

export function invoiceOf({ invoice, successful_payment: paid }) {
  if (paid) return element("p", { className: "paid" }, `✓ ${money(paid)} paid by card`);
  if (!invoice) return null;
  return element("div", { className: "invoice" },
    element("strong", {}, invoice.title), element("p", {}, invoice.description), element("b", {}, money(invoice)));
}

// A test card that every bank accepts; what stops a payment here is only the bot.
export class PayForm {
  constructor(phone) {
    this.phone = phone;
    this.pending = new Set();
    this.words = element("p");
    this.yes = element("button", { type: "button", className: "primary", onclick: () => this.pay() });
    const no = element("button", { type: "button", onclick: () => { this.body.hidden = true; } }, "Cancel");
    const card = element("p", { className: "card" }, "•••• 4242 · test card");
    const form = element("div", { role: "dialog", ariaLabel: "Pay" }, this.words, card, this.yes, no);
    this.body = element("div", { className: "alert", hidden: true }, form);
  }

  open(message) {
    this.message = message.message_id;
    this.words.textContent = message.invoice.title;
    this.yes.textContent = `Pay ${money(message.invoice)}`;
    this.body.hidden = false;
    this.yes.focus();
  }

  async pay() {
    this.body.hidden = true;
    const begun = await this.phone.does(() => api.pay(this.phone.bot, this.phone.person, this.message));
    if (begun === null) return;
    this.pending.add(begun.checkout);
    this.phone.refresh();
    setTimeout(() => this.phone.refresh(), CHECKOUT_MS);
  }

  // Says what became of the payments that were made on this phone.
  hear(checkouts) {
    for (const { id, error, paid } of checkouts) {
      if (!(error || paid) || !this.pending.delete(id)) continue;
      if (error) this.phone.tell({ text: error, alert: true });
    }
  }
}
