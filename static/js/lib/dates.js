const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** A day as people write it and as machines do, by the clock on the reader's wall. */
export function longDate(date) {
  const [day, month, year] = [date.getDate(), date.getMonth(), date.getFullYear()];
  const two = (number) => String(number).padStart(2, "0");
  return { text: `${day} ${MONTHS[month]} ${year}`, iso: `${year}-${two(month + 1)}-${two(day)}` };
}
